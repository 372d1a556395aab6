// SPDX-License-Identifier: MIT
#include "core/analysis/resampling.h"

#include <cmath>
#include <random>

namespace loopscope {

namespace {

/// As `quantile`, without the time that sorting all of them takes.
Nanos quantileOfUnsorted(std::vector<Nanos> &values, double p)
{
    const auto below = values.begin() + std::ptrdiff_t(double(values.size() - 1) * p);
    std::nth_element(values.begin(), below, values.end());
    if (below + 1 == values.end())
        return *below;
    const double part = double(values.size() - 1) * p - double(below - values.begin());
    const Nanos above = *std::min_element(below + 1, values.end());
    return *below + Nanos(std::llround(part * double((above - *below).count())));
}

} // namespace

MedianResampling::MedianResampling(size_t n, quint64 seed)
{
    // Not std::uniform_int_distribution: what it makes of the same bits differs between libraries.
    std::mt19937_64 bits(seed);
    std::vector<quint32> places(n);
    m_middles.reserve(resampleCount);
    for (int resample = 0; resample < resampleCount; ++resample) {
        for (quint32 &place : places)
            place = quint32(((bits() >> 32) * quint64(n)) >> 32);
        const auto upper = places.begin() + std::ptrdiff_t(n / 2);
        std::nth_element(places.begin(), upper, places.end());
        const quint32 below = n % 2 == 0 ? *std::max_element(places.begin(), upper) : *upper;
        m_middles.push_back({below, *upper});
    }
}

std::vector<Nanos> MedianResampling::medians(const std::vector<Nanos> &sorted) const
{
    std::vector<Nanos> medians;
    medians.reserve(m_middles.size());
    for (const Middle &middle : m_middles)
        medians.push_back(sorted[middle.lower] + (sorted[middle.upper] - sorted[middle.lower]) / 2);
    return medians;
}

Interval differenceOfMedians(const std::vector<Nanos> &before, const MedianResampling &beforeDraws,
                             const std::vector<Nanos> &after, const MedianResampling &afterDraws)
{
    std::vector<Nanos> differences = afterDraws.medians(after);
    const std::vector<Nanos> subtracted = beforeDraws.medians(before);
    for (size_t i = 0; i < differences.size(); ++i)
        differences[i] -= subtracted[i];
    constexpr double tail = (1 - resampleConfidence) / 2;
    return {quantileOfUnsorted(differences, tail), quantileOfUnsorted(differences, 1 - tail)};
}

} // namespace loopscope
