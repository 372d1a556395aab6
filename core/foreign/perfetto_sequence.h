// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/clock_book.h"
#include "core/foreign/field_counter.h"
#include "core/trace/track_store.h"

#include <protozero/pbf_reader.hpp>

#include <QHash>

namespace loopscope {

/// What the packets of one sequence leave out because an earlier one said it: interned texts, defaults, the
/// writing thread.
struct PerfettoSequence
{
    using Texts = QHash<quint64, TextId>;

    Texts categories, eventNames, annotationNames, annotationTexts, logBodies, correlations;
    Texts sources;     ///< places in source text, see sourceText()
    quint32 clock = 0; ///< of timestamps that name none; 0 is the trace's own
    std::optional<quint64> track;
    std::vector<quint64> extraTracks, extraDoubleTracks; ///< of counters
    std::optional<qint32> pid;
    std::optional<qint64> tid;
    qint64 referenceUs = 0;  ///< what time deltas of old events count from
    bool isComplete = false; ///< no packet that said any of this is missing

    /// Forgets all but the writing thread.
    void clear();
    /// Kinds that nothing refers to which is shown are passed over.
    void takeInterned(protozero::data_view message, TrackTexts &texts);
    void takeDefaults(protozero::data_view message, FieldCounter &skipped);

private:
    void takeEventDefaults(protozero::pbf_reader event, FieldCounter &skipped);
};

/// How the numbers of a packed field follow on each other.
enum class PackedAs : quint8 { Varints, Fixed64 };

/// A repeated number, packed or not.
void appendNumbers(protozero::pbf_reader &field, std::vector<quint64> &numbers, PackedAs packed = PackedAs::Varints);

[[nodiscard]] inline QByteArrayView bytesOf(protozero::data_view view)
{
    return {view.data(), qsizetype(view.size())};
}

} // namespace loopscope
