// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/track_mark.h"

#include <QByteArrayView>

#include <optional>
#include <unordered_map>
#include <vector>

namespace loopscope {

/// What has a track of its own in the file. A run's track is the parent of all others of the run.
enum class Lane : quint8 { Run, Loop, Output, Task, Job, Request };
inline constexpr quint32 laneCount = 6;

/// Lanes of one kind stay together below their run: room for a quarter of a thousand million in each.
inline constexpr quint32 ranksPerLane = 1u << 28;
[[nodiscard]] quint32 rankOf(Lane lane, quint32 number);

/// The names of slices from which an event follows.
enum class SliceName : quint8 { Other, Ready, Running, Suspended, Pass };
[[nodiscard]] SliceName sliceName(QByteArrayView name);

/// What a packet draws, as far as an event follows from it. `nameId`: of the interned name, 0 where there is none.
struct Drawing
{
    TrackMark::Type type = TrackMark::Type::Instant;
    quint64 track = 0;
    quint32 nameId = 0;
    SliceName name = SliceName::Other;
};

/// The events that need no words: a slice "running" that begins on a task's track is that task's Resumed, caused by
/// its Ready, and so on. The writer and the reader of a recording each keep one of these, feed it the same packets in
/// the same order, and so expect the same event of each; only where the expectation fails does the writer say what
/// there really is. Most events of a recording take no bytes beyond what draws them.
///
/// What it expects: on a task's track "running", "ready" (because of what the loop was doing: a step, a timer, a
/// task's end …) and "suspended: …" (with the payload of the latest of that name); on a loop's track the passes, each
/// numbered one more than the one before.
class ImpliedEvents
{
public:
    /// Tracks are numbered from wire::processTrack + 1 on, in the order in which they are described; others
    /// imply nothing.
    void describe(quint64 uuid, quint64 parent, quint32 rank);

    /// The event that follows from the drawing; `id` and `at` are not filled in. Empty: none.
    [[nodiscard]] std::optional<Event> of(const Drawing &drawing) const;

    /// After `of`, for every drawing.
    void draw(const Drawing &drawing);
    /// After `draw`, for every event, implied or not, with the drawing of its packet.
    void note(const Event &event, const std::optional<Drawing> &drawing);

    /// Interned names count from 1 again.
    void forgetNames() { m_suspendedOn.clear(); }

private:
    struct Track
    {
        quint32 run = 0;
        quint32 number = 0;
        EventId ready; ///< of a task: its latest Ready
        Lane lane = Lane::Output;
    };

    [[nodiscard]] const Track *find(quint64 uuid) const;
    [[nodiscard]] std::optional<Event> ofTask(const Track &track, const Drawing &drawing) const;
    [[nodiscard]] std::optional<Event> ofLoop(const Track &track, const Drawing &drawing) const;

    std::vector<Track> m_tracks;                                      ///< the first is the process's
    std::unordered_map<quint64, std::vector<SliceName>> m_openOnLoop; ///< by track, the innermost last
    std::vector<PayloadId> m_suspendedOn;                             ///< by name
    EventId m_context; ///< the latest event that may make tasks ready
    quint32 m_pass = 0;
};

} // namespace loopscope
