// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/perfetto_event.h"
#include "core/foreign/perfetto_tracks.h"
#include "core/foreign/skip_counter.h"

namespace loopscope {

/// What each TrackEvent does to the tracks; also in the words of the older LegacyEvent.
class PerfettoEvents
{
public:
    /// All are borrowed.
    PerfettoEvents(TrackStore &store, PerfettoTracks &tracks, SkipCounter &skips, FieldCounter &fields)
        : m_store(store), m_tracks(tracks), m_skips(skips), m_fields(fields)
    {
    }

    /// `event` was read from a packet of `sequence`.
    void take(const PerfettoEvent &event, const PerfettoSequence &sequence, TracePoint at);
    /// Tells what was shortened. Call it once, behind the last event.
    void finish();

private:
    /// An event with its ids looked up.
    struct Resolved
    {
        TrackId track;
        TracePoint at;
        TextId name, arguments, category;
    };
    [[nodiscard]] TrackId trackOf(const PerfettoEvent &event, const PerfettoSequence &sequence);
    [[nodiscard]] Resolved resolved(const PerfettoEvent &event, const PerfettoSequence &sequence,
                                    TracePoint at);
    void takeTyped(const PerfettoEvent &event, const Resolved &what);
    void takeCounter(const PerfettoEvent &event, const Resolved &what);
    void takeExtras(const PerfettoEvent &event, const PerfettoSequence &sequence, TracePoint at);
    void takeFlows(const PerfettoEvent &event, const Resolved &what);
    void takeLegacy(const PerfettoEvent &event, const PerfettoSequence &sequence, Resolved what);
    TrackId takeLegacyInstant(const LegacyEvent &legacy, const Resolved &what, std::optional<qint32> pid);
    /// None where the event lacks its id.
    TrackId takeLegacyTask(const LegacyEvent &legacy, const Resolved &what, std::optional<qint32> pid);
    void takeLegacyFlow(const LegacyEvent &legacy, const Resolved &what);
    void takeLegacyCounter(const Resolved &what, std::optional<qint32> pid);
    void takeBoundFlow(const LegacyEvent &legacy, const Resolved &what);

    TrackStore &m_store;
    PerfettoTracks &m_tracks;
    SkipCounter &m_skips;
    FieldCounter &m_fields;
    InternedUse m_internedUse;
};

} // namespace loopscope
