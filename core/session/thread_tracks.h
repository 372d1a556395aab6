// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/tracer.h"

#include <map>
#include <string>
#include <vector>

namespace loopscope {

/// What the threads of a program did, as a Perfetto trace: a track for each thread, with its slices and instants. Each
/// thread is a sequence of its own, with its own clock of deltas and its own names, so that an event takes some ten
/// bytes.
///
/// Where records were lost, an instant says how many, and the packet has Perfetto's own mark (previous_packet_dropped).
class ThreadTracks
{
public:
    /// `name`: of the process.
    explicit ThreadTracks(const QByteArray &name);

    /// In order for each thread. `ns`: the record's time, since the trace began. An end without a begin is left out.
    void take(const TracedThread &thread, const ProbeRecord &record, qint64 ns);
    /// Ends what is open.
    void end(qint64 ns);

    /// Whole packets: all that was written since the last `clear`.
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    void clear() { m_bytes.clear(); }

private:
    struct Track
    {
        quint32 sequence = 0;
        qint64 now = 0;
        quint32 depth = 0; ///< of open slices
        std::map<const TraceSite *, quint32> names;
    };

    Track &trackOf(const TracedThread &thread, qint64 ns);
    void put(Track &track, quint32 type, const TraceSite *site, quint64 value, qint64 ns);
    void putLost(Track &track, const ProbeRecord &record, qint64 ns);
    void addTime(std::string &packet, Track &track, qint64 ns);

    std::string m_bytes;
    std::map<quint64, Track> m_tracks; ///< by thread
};

} // namespace loopscope
