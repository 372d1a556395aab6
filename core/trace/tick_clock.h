// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <chrono>

#if defined(__x86_64__) || defined(__i386__)
#include <x86intrin.h>
#define LOOPSCOPE_HAS_TSC 1
#else
#define LOOPSCOPE_HAS_TSC 0
#endif

namespace loopscope {

/// Where ticks come from.
enum class TickSource : quint8 {
    TimeStampCounter, ///< the processor's counter, where it runs at one rate in all states (invariant TSC)
    MonotonicClock,   ///< nanoseconds of std::chrono::steady_clock
};

/// The cheapest clock on this machine that is sound: TimeStampCounter only where the processor says that it is
/// invariant (CPUID 80000007h, EDX bit 8; Intel SDM 18.17.1, AMD APM 3 E.4.7).
[[nodiscard]] TickSource bestTickSource();

[[nodiscard]] inline quint64 monotonicTicks() noexcept
{
    return quint64((std::chrono::steady_clock::now() - std::chrono::steady_clock::time_point()) / Nanos(1));
}

/// One reading. With TimeStampCounter 17 to 26 ns in a virtual machine and some 7 ns outside; it is not ordered with
/// the loads and stores around it, which moves it by less than it takes.
template<TickSource source>
[[nodiscard]] inline quint64 readTicks() noexcept
{
#if LOOPSCOPE_HAS_TSC
    if constexpr (source == TickSource::TimeStampCounter)
        return __rdtsc();
#endif
    return monotonicTicks();
}
[[nodiscard]] quint64 readTicks(TickSource source);

/// Reads the processor's counter into `ticks`: the same as readTicks, in three instructions instead of four.
inline void storeTicks(quint64 &ticks) noexcept
{
#if defined(__x86_64__)
    using Half [[gnu::may_alias]] = quint32;
    Half *const halves = reinterpret_cast<Half *>(&ticks);
    asm volatile("rdtsc\n\tmovl %%eax, %0\n\tmovl %%edx, %1" : "=m"(halves[0]), "=m"(halves[1]) : : "eax", "edx");
#else
    ticks = readTicks<TickSource::TimeStampCounter>();
#endif
}

/// A tick and the monotonic clock's time at the same moment.
struct TickPair
{
    quint64 ticks = 0;
    qint64 ns = 0;
};

/// The best of several readings: the one with the least time between the clocks.
[[nodiscard]] TickPair readTickPair(TickSource source);

/// Turns ticks into nanoseconds of the monotonic clock, between pairs that are read now and then: so no rate has to be
/// known beforehand, and none can drift away. Between two pairs time runs evenly; it never runs backwards.
class TickMap
{
public:
    /// `first`, and a second pair read later; without one of them ticks have no length.
    explicit TickMap(TickPair first) : m_from(first), m_to(first) {}

    /// A later pair: ticks behind the one before are placed between the two from now on.
    void add(TickPair pair);

    /// Ticks before the last but one pair, or behind the last, are placed by the same rate.
    [[nodiscard]] qint64 nanos(quint64 ticks) const;

private:
    TickPair m_from;
    TickPair m_to;
};

} // namespace loopscope
