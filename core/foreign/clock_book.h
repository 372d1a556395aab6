// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/skip_counter.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace loopscope {

/// Perfetto's clocks. Those from 64 to 127 belong to the sequence of packets that names them, and may count
/// in deltas; all others are the machine's.
class ClockBook
{
public:
    static constexpr quint32 boottime = 6;

    struct Reading
    {
        quint32 clock = 0;
        quint64 ticks = 0;
        bool isIncremental = false;
        quint64 unit = 1; ///< nanoseconds in a tick
    };

    explicit ClockBook(SkipCounter &skips) : m_skips(skips) {}

    /// All of these show the same moment. `primary` is the trace's own clock, where a snapshot names it.
    void take(quint64 sequence, const std::vector<Reading> &snapshot, std::optional<quint32> primary);

    /// What a timestamp means on the trace's clock; a delta moves its clock on. Counts clocks that no
    /// snapshot relates to the trace's own: their times are taken as they are.
    [[nodiscard]] TracePoint resolve(quint64 sequence, quint32 clock, quint64 ticks);

private:
    struct Clock
    {
        bool isIncremental = false;
        qint64 unit = 1;
        qint64 now = 0;                   ///< of a clock that counts in deltas
        std::map<qint64, qint64> toTrace; ///< from its time to the trace's minus its own, where each begins
    };
    using Key = std::pair<quint64, quint32>;
    [[nodiscard]] static Key keyOf(quint64 sequence, quint32 clock);
    [[nodiscard]] std::optional<qint64> traceTime(quint64 sequence,
                                                  const std::vector<Reading> &snapshot) const;

    SkipCounter &m_skips;
    std::map<Key, Clock> m_clocks;
    quint32 m_trace = boottime;
};

} // namespace loopscope
