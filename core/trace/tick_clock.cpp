// SPDX-License-Identifier: MIT
#include "core/trace/tick_clock.h"

#include <limits>

#if LOOPSCOPE_HAS_TSC
#include <cpuid.h>
#endif

namespace loopscope {

namespace {

__extension__ typedef __int128 Wide; // a year of ticks by a year of nanoseconds

} // namespace

TickSource bestTickSource()
{
#if LOOPSCOPE_HAS_TSC
    constexpr unsigned powerManagement = 0x80000007, invariantTsc = 1u << 8;
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    if (__get_cpuid(powerManagement, &eax, &ebx, &ecx, &edx) && (edx & invariantTsc))
        return TickSource::TimeStampCounter;
#endif
    return TickSource::MonotonicClock;
}

quint64 readTicks(TickSource source)
{
    return source == TickSource::TimeStampCounter ? readTicks<TickSource::TimeStampCounter>()
                                                  : readTicks<TickSource::MonotonicClock>();
}

TickPair readTickPair(TickSource source)
{
    constexpr int tries = 8;
    TickPair best;
    quint64 shortest = std::numeric_limits<quint64>::max();
    for (int i = 0; i < tries; ++i) {
        const quint64 before = readTicks(source);
        const quint64 ns = monotonicTicks();
        const quint64 after = readTicks(source);
        if (after - before >= shortest)
            continue;
        shortest = after - before;
        best = {before + (after - before) / 2, qint64(ns)};
    }
    return best;
}

void TickMap::add(TickPair pair)
{
    if (pair.ticks <= m_to.ticks || pair.ns < m_to.ns)
        return; // a counter that was set back tells nothing
    m_from = m_to;
    m_to = pair;
}

qint64 TickMap::nanos(quint64 ticks) const
{
    const quint64 length = m_to.ticks - m_from.ticks;
    if (length == 0)
        return m_to.ns;
    const Wide distance = Wide(ticks) - Wide(m_from.ticks);
    return m_from.ns + qint64(distance * (m_to.ns - m_from.ns) / Wide(length));
}

} // namespace loopscope
