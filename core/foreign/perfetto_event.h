// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/event_extras.h"
#include "core/foreign/field_counter.h"

namespace loopscope {

/// The LegacyEvent within a TrackEvent: what Chrome's JSON had before.
struct LegacyEvent
{
    char phase = 0;
    quint64 nameId = 0;
    qint64 durationUs = 0;
    std::optional<quint64> id; ///< by whichever of its names
    bool isGlobalId = false;
    bool bindsToEnclosing = false;
    QByteArrayView idScope;
    std::optional<quint64> bindId;
    quint32 flowDirection = 0;
    quint32 instantScope = 0;
    std::optional<qint32> pid;
    std::optional<qint64> tid;
};

/// One TrackEvent, its fields read and its ids not yet looked up. Borrows the packet.
struct PerfettoEvent
{
    quint32 type = 0;
    std::optional<quint64> track;
    quint64 nameId = 0;
    QByteArrayView name;
    quint64 categoryId = 0; ///< the first
    QByteArrayView category;
    std::optional<double> value; ///< a counter's
    std::vector<quint64> extraTracks, extraDoubleTracks, extraValues;
    std::vector<double> extraDoubleValues;
    std::vector<quint64> flows, terminatingFlows;
    std::vector<protozero::data_view> annotations;
    std::optional<qint64> timeDeltaUs, timeAbsoluteUs;
    std::optional<LegacyEvent> legacy;
    std::optional<EventExtras> extras; ///< few events have any

    /// Reads a message over what was here; keeps the memory. What means nothing to us goes to `skipped`.
    /// Throws protozero's exceptions on damaged bytes.
    void read(protozero::data_view message, FieldCounter &skipped);

private:
    void reset();
    bool readNumber(protozero::pbf_reader &in);
    bool readBytes(protozero::pbf_reader &in, FieldCounter &skipped);
    void readOther(protozero::pbf_reader &in, FieldCounter &skipped);
};

} // namespace loopscope
