// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/recording_info.h"
#include "core/session/track_book.h"
#include "core/session/wake_book.h"
#include "core/trace/channel.h"

#include <deque>

namespace loopscope {

/// Turns a recording into Perfetto packets, as it grows. What it wrote is at any time a recording that ends
/// there: a file cut behind any packet holds exactly the events up to that packet.
///
/// One event is one packet, with all there is to know about it; other packets only draw (the end of the slice
/// before) or describe tracks. In Perfetto, a run is a track with a slice; below it are the loop's passes and
/// callbacks, what was printed, one track per task with its states, and tracks of jobs and requests.
///
/// Every 16 MiB the sequence's state begins anew, and the tracks in use are described again, so that Perfetto can read
/// on behind a damaged place.
class PerfettoWriter
{
public:
    explicit PerfettoWriter(const RecordingInfo &info);

    /// In the order of the ids.
    void append(const Record &record);

    /// Ends what is open, and says that the recording is whole. Nothing may be appended after it.
    void end();

    /// All that was written since the last `clear`.
    [[nodiscard]] const std::string &bytes() const { return m_packets.bytes(); }
    void clear();

private:
    const QByteArray &suspendedName(PayloadId payload, const QByteArray &text);
    void keep(PayloadId id, const QByteArray &text);
    std::optional<TrackMark> place(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placeRun(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placeOnLoop(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placeTask(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placeRequest(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placeJob(const Event &event, const QByteArray &text);
    std::optional<TrackMark> placePrint(const Event &event, const QByteArray &text);
    std::optional<TrackMark> enter(OpenTrack *track, const Event &event, const QByteArray &name);
    std::optional<TrackMark> leave(Lane lane, const Event &event, quint32 number);
    std::optional<TrackMark> instantOnLoop(const Event &event, const QByteArray &name);
    void wake(const Event &ready);
    void restart();

    PacketWriter m_packets;
    TrackBook m_tracks{m_packets};
    WakeBook m_wakes;
    QHash<PayloadId, QByteArray> m_texts; ///< the latest short payloads, which come again without their text
    std::deque<PayloadId> m_kept;         ///< their ids, the oldest first
    std::array<std::pair<PayloadId, QByteArray>, 64> m_suspendedNames; ///< by payload, as far as there is room
    static constexpr size_t stateLength = 1 << 24;
    size_t m_sinceRestart = 0; ///< bytes
    size_t m_restartAfter = stateLength;
    TracePoint m_last;
};

} // namespace loopscope
