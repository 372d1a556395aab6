// SPDX-License-Identifier: MIT
#include "core/trace/pass_list.h"

#include "core/trace/safe_time.h"

namespace loopscope {

void PassList::open(quint32 number, TracePoint begin)
{
    if (m_last) {
        begin = std::max(begin, m_last->end.value_or(m_last->begin));
        keepLast();
    }
    m_last = PassInfo{number, begin, {}};
}

void PassList::close(TracePoint end)
{
    Q_ASSERT(m_last && !m_last->end);
    m_last->end = std::max(m_last->begin, end);
}

PassInfo PassList::operator[](size_t at) const
{
    if (at == m_rows.size())
        return *m_last;
    const auto row = m_rows.row(at);
    PassInfo pass{quint32(row[Number]), {row[Begin]}, {}};
    if (row[Length] > 0)
        pass.end = pass.begin + Nanos(row[Length] - 1);
    return pass;
}

size_t PassList::firstFrom(TracePoint edge, size_t from) const
{
    const size_t found = m_rows.firstFrom(Begin, edge.ns, from);
    if (found < m_rows.size() || !m_last)
        return found;
    return from <= m_rows.size() && m_last->begin >= edge ? m_rows.size() : size();
}

size_t PassList::nextLonger(Nanos limit, size_t from) const
{
    return next(m_longest, limit, from, [this](size_t at) { return lengthOf(at); });
}

size_t PassList::nextAfterGap(Nanos limit, size_t from) const
{
    return next(m_gaps, limit, from, [this](size_t at) { return gapBefore(at); });
}

Nanos PassList::busyBefore(TracePoint at, TracePoint openEnd, size_t &near) const
{
    if (empty() || at <= beginOf(0))
        return Nanos(0);
    Nanos busy{0};
    if (m_rows.size() > 0) {
        near = m_rows.lastChunkBelow(Begin, at.ns, near);
        busy = m_rows.before(near);
        m_rows.walk(near, [&](const auto &row) {
            if (row[Begin] >= at.ns)
                return false;
            const Nanos length(std::max<qint64>(0, row[Length] - 1));
            safeAdd(busy, std::min(length, safeLength({row[Begin]}, at)));
            return true;
        });
    }
    if (m_last->begin < at) {
        const TracePoint end = m_last->end.value_or(std::max(m_last->begin, openEnd));
        safeAdd(busy, safeLength(m_last->begin, std::min(at, end)));
    }
    return busy;
}

Nanos PassList::lengthOf(size_t at) const
{
    if (at == m_rows.size())
        return m_last->end ? safeLength(m_last->begin, *m_last->end) : Nanos(0);
    return Nanos(std::max<qint64>(0, m_rows.value(at, Length) - 1));
}

Nanos PassList::gapBefore(size_t at) const
{
    if (at == 0)
        return Nanos(-1);
    return safeLength(beginOf(at - 1) + lengthOf(at - 1), beginOf(at));
}

TracePoint PassList::beginOf(size_t at) const
{
    return at == m_rows.size() ? m_last->begin : TracePoint{m_rows.value(at, Begin)};
}

void PassList::keepLast()
{
    if (m_rows.isTailFull())
        seal();
    constexpr qint64 longest = std::numeric_limits<qint64>::max() - 1;
    const qint64 length =
        m_last->end ? std::min(longest, qint64(safeLength(m_last->begin, *m_last->end).count())) + 1 : 0;
    m_rows.append({m_last->begin.ns, length, m_last->number});
}

void PassList::seal()
{
    Nanos busy = m_rows.before(m_rows.sealedChunks());
    Nanos longest{0};
    Nanos gap{-1};
    for (size_t at = m_rows.firstOfTail(); at < m_rows.size(); ++at) {
        longest = std::max(longest, lengthOf(at));
        gap = std::max(gap, gapBefore(at));
        safeAdd(busy, lengthOf(at));
    }
    m_longest.append(longest.count());
    m_gaps.append(gap.count());
    m_rows.seal(busy);
}

/// From chunk to chunk by the tree, within one by looking.
template<class Measure>
size_t PassList::next(const MaxTree &tree, Nanos limit, size_t from, Measure measure) const
{
    for (size_t at = from; at < size();) {
        const size_t chunk = at / m_rows.chunkRows;
        const bool isOfTail = chunk >= m_rows.sealedChunks();
        const size_t end = isOfTail ? size() : (chunk + 1) * m_rows.chunkRows;
        for (; at < end; ++at) {
            if (measure(at) > limit)
                return at;
        }
        if (!isOfTail)
            at = tree.nextAbove(limit.count(), chunk + 1) * m_rows.chunkRows;
    }
    return size();
}

} // namespace loopscope
