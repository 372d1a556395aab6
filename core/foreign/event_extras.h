// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/annotation_text.h"

namespace loopscope {

/// What a TrackEvent may carry beside its annotations, and is shown among its arguments: a log message, where
/// it is in the source, its callstack, and what it belongs together with. Borrows the packet.
struct EventExtras
{
    using Message = std::optional<protozero::data_view>;

    Message logMessage, sourceLocation, callstack;
    std::optional<quint64> sourceLocationId, correlation, correlationTextId;
    QByteArrayView correlationText;

    /// Takes the field that `in` stands at, if it is one of these. False: it still stands there.
    [[nodiscard]] bool read(protozero::pbf_reader &in);
    /// Throws protozero's exceptions on damaged bytes.
    void addTo(AnnotationText &text, const PerfettoSequence &sequence) const;
};

/// "function (file:12)", or as much of it as there is, of a SourceLocation.
[[nodiscard]] QByteArray sourceText(protozero::data_view sourceLocation);

} // namespace loopscope
