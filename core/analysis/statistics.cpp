// SPDX-License-Identifier: MIT
#include "core/analysis/statistics.h"

#include "core/base/json_text.h"

#include <cmath>

namespace loopscope {

namespace {

Nanos rounded(long double nanos)
{
    return Nanos(std::llroundl(nanos));
}

Nanos meanOf(const std::vector<Nanos> &values)
{
    long double sum = 0;
    for (const Nanos value : values)
        sum += static_cast<long double>(value.count());
    return rounded(sum / static_cast<long double>(values.size()));
}

std::vector<size_t> outliersOf(const std::vector<Nanos> &values, Nanos q1, Nanos q3)
{
    const double reach = 1.5 * double((q3 - q1).count());
    std::vector<size_t> outliers;
    for (size_t i = 0; i < values.size(); ++i) {
        if (double((q1 - values[i]).count()) > reach || double((values[i] - q3).count()) > reach)
            outliers.push_back(i);
    }
    return outliers;
}

} // namespace

Nanos quantile(const std::vector<Nanos> &sorted, double p)
{
    const long double position = static_cast<long double>(sorted.size() - 1) * std::clamp(p, 0.0, 1.0);
    const size_t below = size_t(position);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    const long double part = position - static_cast<long double>(below);
    return sorted[below] + rounded(part * static_cast<long double>((sorted[above] - sorted[below]).count()));
}

Statistics statisticsOf(const std::vector<Nanos> &values)
{
    Statistics statistics;
    if (values.empty())
        return statistics;
    std::vector<Nanos> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    statistics.count = sorted.size();
    statistics.min = sorted.front();
    statistics.q1 = quantile(sorted, 0.25);
    statistics.median = quantile(sorted, 0.5);
    statistics.q3 = quantile(sorted, 0.75);
    statistics.p95 = quantile(sorted, 0.95);
    statistics.max = sorted.back();
    statistics.mean = meanOf(sorted);
    statistics.outliers = outliersOf(values, statistics.q1, statistics.q3);
    return statistics;
}

QByteArray exactSeconds(Nanos time)
{
    constexpr quint64 second = 1'000'000'000;
    const bool isNegative = time.count() < 0;
    const quint64 length = isNegative ? 0 - quint64(time.count()) : quint64(time.count());
    QByteArray text = (isNegative ? "-" : "") + QByteArray::number(length / second);
    if (const quint64 rest = length % second; rest != 0) {
        text += '.' + QByteArray::number(rest).rightJustified(9, '0');
        while (text.endsWith('0'))
            text.chop(1);
    }
    return text;
}

QByteArray toJson(const Statistics &statistics, const std::vector<Nanos> &values)
{
    JsonObjectText object;
    const auto add = [&object](QByteArrayView key, Nanos time) { object.addRaw(key, exactSeconds(time)); };
    add("median", statistics.median);
    add("q1", statistics.q1);
    add("q3", statistics.q3);
    add("iqr", statistics.iqr());
    add("p95", statistics.p95);
    add("min", statistics.min);
    add("max", statistics.max);
    add("mean", statistics.mean);
    QByteArrayList outliers, all;
    for (const size_t place : statistics.outliers)
        outliers << QByteArray::number(qulonglong(place));
    for (const Nanos value : values)
        all << exactSeconds(value);
    return object.addRaw("outliers", '[' + outliers.join(',') + ']')
        .addRaw("values", '[' + all.join(',') + ']')
        .text();
}

} // namespace loopscope
