// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <compare>

namespace loopscope {

/// A length of time. All arithmetic on times is in whole nanoseconds.
using Nanos = std::chrono::nanoseconds;

/// An instant: nanoseconds since a beginning that its owner names (a loop's start, a recording's start).
struct TracePoint
{
    qint64 ns = 0;

    constexpr auto operator<=>(const TracePoint &) const = default;
    constexpr TracePoint &operator+=(Nanos length) { ns += length.count(); return *this; }
    friend constexpr TracePoint operator+(TracePoint at, Nanos length) { return {at.ns + length.count()}; }
    friend constexpr TracePoint operator-(TracePoint at, Nanos length) { return {at.ns - length.count()}; }
    friend constexpr Nanos operator-(TracePoint later, TracePoint earlier) { return Nanos(later.ns - earlier.ns); }
};

/// The half-open span [begin, end).
struct TimeSpan
{
    TracePoint begin;
    TracePoint end;

    constexpr bool operator==(const TimeSpan &) const = default;
    [[nodiscard]] constexpr Nanos length() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(TracePoint at) const { return begin <= at && at < end; }
    [[nodiscard]] constexpr bool overlaps(TimeSpan other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] constexpr TimeSpan clampedTo(TimeSpan outer) const
    {
        const TracePoint from = std::clamp(begin, outer.begin, outer.end);
        return {from, std::clamp(end, from, outer.end)};
    }
};

/// S seconds as a plan means them: rounded to the nearest microsecond of the double S·10⁶, ties to even
/// (plan language, "The clock").
[[nodiscard]] Nanos secondsToNanos(double seconds);

/// Seconds with at most six decimals, no exponent, no trailing zeros: `0`, `1.5`, `0.000001`. The time format
/// of event logs. Fractions of a microsecond are rounded to the nearest.
[[nodiscard]] QByteArray secondsText(Nanos time);

} // namespace loopscope
