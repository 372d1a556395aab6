// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <QByteArray>

#include <vector>

namespace loopscope {

/// What is said of many measurements of one thing. All in whole nanoseconds, rounded to the nearest.
///
/// Quantiles are those of Hyndman and Fan's type 7 (the default of R, NumPy and Excel): the p-quantile of n
/// sorted values stands at position (n - 1)·p, counted from 0, on the straight line between its neighbours.
/// Outliers are values beyond Tukey's fences, 1.5 interquartile ranges outside the quartiles. They are marked
/// and not left out: every figure here counts all values.
struct Statistics
{
    size_t count = 0;
    Nanos min{0}, q1{0}, median{0}, q3{0}, p95{0}, max{0}, mean{0};
    std::vector<size_t> outliers; ///< where they stand among the values as they were given, rising

    bool operator==(const Statistics &) const = default;
    [[nodiscard]] Nanos iqr() const { return q3 - q1; }
};

/// Of no values at all every figure is 0.
[[nodiscard]] Statistics statisticsOf(const std::vector<Nanos> &values);

/// The type 7 quantile of values that are sorted; `p` from 0 to 1. There is at least one value.
[[nodiscard]] Nanos quantile(const std::vector<Nanos> &sorted, double p);

/// Seconds to the nanosecond, no exponent, no trailing zeros: `0`, `1.5`, `0.000000001`.
[[nodiscard]] QByteArray exactSeconds(Nanos time);

/// For programs, one compact object; times are seconds to the nanosecond, `outliers` are places in `values`:
/// `{"median","q1","q3","iqr","p95","min","max","mean","outliers":[…],"values":[…]}`.
[[nodiscard]] QByteArray toJson(const Statistics &statistics, const std::vector<Nanos> &values);

} // namespace loopscope
