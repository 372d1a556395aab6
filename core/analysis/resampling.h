// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <vector>

namespace loopscope {

/// What is so said of resamples that a reader can repeat it.
inline constexpr int resampleCount = 10'000;
inline constexpr double resampleConfidence = 0.95;
inline constexpr quint64 resampleSeed = 20'260'101;

/// The bootstrap of a median (Efron): from n values, n are drawn with replacement, 10,000 times, and each
/// time the median is taken. Which places of the sorted values that median falls on depends on n alone, not
/// on the values; so the draws are made once and serve every figure of n values.
///
/// The draws are those of a 64-bit Mersenne twister with a fixed seed: the same everywhere, every time.
class MedianResampling
{
public:
    MedianResampling(size_t n, quint64 seed);

    /// The medians of the resamples of these n values, which are sorted.
    [[nodiscard]] std::vector<Nanos> medians(const std::vector<Nanos> &sorted) const;

private:
    /// The two values in the middle; the same one where n is odd.
    struct Middle
    {
        quint32 lower = 0, upper = 0;
    };
    std::vector<Middle> m_middles;
};

/// What a difference lies between, with 95 % confidence.
struct Interval
{
    Nanos low{0}, high{0};

    bool operator==(const Interval &) const = default;
};

/// The percentile interval of (median of `after` - median of `before`), both sorted, with at least one value.
/// The resamplings are for as many values as there are in each.
[[nodiscard]] Interval differenceOfMedians(const std::vector<Nanos> &before,
                                           const MedianResampling &beforeDraws,
                                           const std::vector<Nanos> &after,
                                           const MedianResampling &afterDraws);

} // namespace loopscope
