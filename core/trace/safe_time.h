// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <limits>

namespace loopscope {

// Times of a damaged file may lie as far apart as numbers can: these never overflow, whatever they are given.

/// From `earlier` to `later`, at most the longest there is.
[[nodiscard]] constexpr Nanos safeLength(TracePoint earlier, TracePoint later)
{
    const auto length = qint64(quint64(later.ns) - quint64(earlier.ns));
    return Nanos(later > earlier && length < 0 ? std::numeric_limits<qint64>::max() : length);
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
