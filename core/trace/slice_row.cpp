// SPDX-License-Identifier: MIT
#include "core/trace/slice_row.h"

namespace loopscope {

TimeSpan SliceRow::spanOf(size_t index) const
{
    const Slice &slice = m_slices[index];
    return {slice.begin, slice.isOpen() ? std::max(slice.begin, m_traceEnd) : slice.end()};
}

std::optional<size_t> SliceRow::at(TracePoint at) const
{
    const size_t next = firstFrom(at);
    if (next < size() && m_slices[next].begin == at)
        return next;
    if (next > 0 && at < spanOf(next - 1).end)
        return next - 1;
    return std::nullopt;
}

size_t SliceRow::firstFrom(TracePoint at) const
{
    const auto isBefore = [](const Slice &slice, TracePoint point) { return slice.begin < point; };
    return size_t(std::lower_bound(m_slices.begin(), m_slices.end(), at, isBefore) - m_slices.begin());
}

size_t SliceRow::firstEndingAfter(TracePoint at) const
{
    const size_t next = firstFrom(at);
    return next > 0 && at < spanOf(next - 1).end ? next - 1 : next;
}

Nanos SliceRow::covered(size_t first, size_t last) const
{
    qint64 sum = 0;
    size_t at = first;
    const size_t firstBlock = (first + block - 1) / block;
    const size_t lastBlock = std::min(last / block, m_totals.empty() ? 0 : m_totals.size() - 1);
    const auto addUpTo = [&](size_t end) {
        for (; at < end; ++at)
            sum += spanOf(at).length().count();
    };
    if (firstBlock < lastBlock) {
        addUpTo(firstBlock * block);
        sum += m_totals[lastBlock] - m_totals[firstBlock];
        at = lastBlock * block;
    }
    addUpTo(last);
    return Nanos(sum);
}

/// As firstFrom, where the answer is probably near behind `from`.
size_t SliceRow::gallop(size_t from, TracePoint at) const
{
    size_t step = 1;
    size_t low = from;
    while (low + step < size() && m_slices[low + step].begin < at) {
        low += step;
        step *= 2;
    }
    const size_t high = std::min(low + step, size());
    const auto isBefore = [](const Slice &slice, TracePoint point) { return slice.begin < point; };
    const auto found = std::lower_bound(m_slices.begin() + std::ptrdiff_t(low),
                                        m_slices.begin() + std::ptrdiff_t(high), at, isBefore);
    return size_t(found - m_slices.begin());
}

RowPart SliceRow::partOf(size_t index) const
{
    const TimeSpan span = spanOf(index);
    return {span, span.length(), quint32(index), 1};
}

std::vector<RowPart> SliceRow::visible(TimeSpan span, Nanos grain) const
{
    std::vector<RowPart> parts;
    grain = std::max(grain, Nanos(1));
    size_t at = firstEndingAfter(span.begin);
    while (at < size() && m_slices[at].begin < span.end) {
        if (spanOf(at).length() >= grain || m_slices[at].begin < span.begin) {
            parts.push_back(partOf(at++));
            continue;
        }
        const qint64 number = (m_slices[at].begin - span.begin) / grain;
        const TracePoint from = span.begin + number * grain;
        const TimeSpan place{from, from.ns > std::numeric_limits<qint64>::max() - grain.count()
                                       ? TracePoint{std::numeric_limits<qint64>::max()}
                                       : from + grain};
        size_t next = std::max(at + 1, gallop(at, std::min(place.end, span.end)));
        const bool lastIsLong = spanOf(next - 1).length() >= grain;
        const size_t shorts = lastIsLong ? next - 1 : next;
        if (shorts == at + 1)
            parts.push_back(partOf(at));
        else
            parts.push_back({place, std::min(covered(at, shorts), grain), quint32(at), quint32(shorts - at)});
        at = shorts; // a long one is a part of its own
    }
    return parts;
}

} // namespace loopscope
