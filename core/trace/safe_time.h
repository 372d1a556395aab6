// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <limits>

namespace loopscope {

// Times of a damaged file may lie as far apart as numbers can: these never overflow, whatever they are given.

/// Lengths that somebody measures with are kept so short: the difference and the sum of two are lengths, too.
inline constexpr Nanos longestLength{qint64(1) << 61};

/// From `earlier` to `later`, at most the longest there is.
[[nodiscard]] constexpr Nanos safeLength(TracePoint earlier, TracePoint later)
{
    const auto length = qint64(quint64(later.ns) - quint64(earlier.ns));
    return Nanos(later > earlier && length < 0 ? std::numeric_limits<qint64>::max() : length);
}

/// As much as there is room for.
[[nodiscard]] constexpr Nanos safeSum(Nanos first, Nanos second)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
    qint64 sum = 0;
    if (__builtin_add_overflow(first.count(), second.count(), &sum))
        sum = second < Nanos::zero() ? least : most;
    return Nanos(sum);
}

/// `length` later, or as late as there is room for.
[[nodiscard]] constexpr TracePoint safeLater(TracePoint at, Nanos length)
{
    return {safeSum(Nanos(at.ns), length).count()};
}

/// Sums begin anew at the longest.
constexpr void safeAdd(Nanos &sum, Nanos length)
{
    sum = Nanos(qint64(quint64(sum.count()) + quint64(length.count())));
}

constexpr void safeSubtract(Nanos &sum, Nanos length)
{
    sum = Nanos(qint64(quint64(sum.count()) - quint64(length.count())));
}

} // namespace loopscope
