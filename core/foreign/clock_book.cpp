// SPDX-License-Identifier: MIT
#include "core/foreign/clock_book.h"

namespace loopscope {

namespace {

constexpr quint32 firstOfSequence = 64, lastOfSequence = 127;
/// Far enough from where sums overflow.
constexpr qint64 farthest = (qint64(1) << 62) - 1;
/// Older snapshots of a clock are forgotten beyond so many.
constexpr size_t mostSnapshots = 100'000;

qint64 nanos(quint64 ticks, qint64 unit)
{
    const quint64 most = quint64(farthest / unit);
    return qint64(std::min(ticks, most)) * unit;
}

} // namespace

ClockBook::Key ClockBook::keyOf(quint64 sequence, quint32 clock)
{
    const bool isOfSequence = clock >= firstOfSequence && clock <= lastOfSequence;
    return {isOfSequence ? sequence : 0, clock};
}

void ClockBook::take(quint64 sequence, const std::vector<Reading> &snapshot, std::optional<quint32> primary)
{
    if (primary && *primary != 0)
        m_trace = *primary;
    const std::optional<qint64> now = traceTime(sequence, snapshot);
    for (const Reading &reading : snapshot) {
        Clock &clock = m_clocks[keyOf(sequence, reading.clock)];
        clock.isIncremental = reading.isIncremental;
        clock.unit = qint64(std::clamp<quint64>(reading.unit, 1, 1'000'000'000));
        clock.now = nanos(reading.ticks, clock.unit);
        if (!now || reading.clock == m_trace)
            continue;
        clock.toTrace[clock.now] = *now - clock.now;
        if (clock.toTrace.size() > mostSnapshots)
            clock.toTrace.erase(clock.toTrace.begin());
    }
}

/// The moment of a snapshot on the trace's clock: from that clock itself, or from one that is already
/// related.
std::optional<qint64> ClockBook::traceTime(quint64 sequence, const std::vector<Reading> &snapshot) const
{
    for (const Reading &reading : snapshot)
        if (reading.clock == m_trace)
            return nanos(reading.ticks, qint64(std::clamp<quint64>(reading.unit, 1, 1'000'000'000)));
    for (const Reading &reading : snapshot) {
        const auto known = m_clocks.find(keyOf(sequence, reading.clock));
        if (known == m_clocks.end() || known->second.toTrace.empty() || known->second.isIncremental)
            continue;
        const qint64 own = nanos(reading.ticks, qint64(std::clamp<quint64>(reading.unit, 1, 1'000'000'000)));
        return std::clamp(own + std::prev(known->second.toTrace.end())->second, -farthest, farthest);
    }
    return std::nullopt;
}

TracePoint ClockBook::resolve(quint64 sequence, quint32 id, quint64 ticks)
{
    if (id == 0 || id == m_trace)
        return {nanos(ticks, 1)};
    const auto known = m_clocks.find(keyOf(sequence, id));
    if (known == m_clocks.end()) {
        m_skips.note(QT_TRANSLATE_NOOP("Problem",
                                       "%1 times are of the clock %2, which nothing relates to the "
                                       "trace's: taken as they are"),
                     QByteArray::number(id));
        return {nanos(ticks, 1)};
    }
    Clock &clock = known->second;
    qint64 own = nanos(ticks, clock.unit);
    if (clock.isIncremental)
        own = clock.now = std::min(farthest, clock.now + own);
    if (clock.toTrace.empty())
        return {own};
    auto after = clock.toTrace.upper_bound(own);
    const qint64 offset = (after == clock.toTrace.begin() ? after : std::prev(after))->second;
    return {own + offset};
}

} // namespace loopscope
