// SPDX-License-Identifier: MIT
// A track's marks are read once in the order of time, with a stack of the slices that are open. Those that
// came in this order, as most do, are taken from their log one by one; others are unpacked and sorted first,
// and the slices are written over the marks that made them. Either way a track is in memory once; at the end
// the slices are dealt out into rows.
//
// What we do not do: trust the file. Ends without a begin, slices that outlast the one they lie in and
// endless nesting are usual in traces of programs that crashed or were attached to while they ran.
#include "core/trace/slice_nesting.h"

#include "core/trace/slice_row.h"

namespace loopscope {

namespace {

constexpr TracePoint never{std::numeric_limits<qint64>::max()};

bool isWhole(const Slice &mark)
{
    return mark.length >= Nanos(0);
}

/// Stable, so that what happened at one moment stays in its order; but of whole slices that begin together
/// the longest comes first, as the others lie in it.
void sort(GrowingArray<Slice> &marks)
{
    const auto isEarlier = [](const Slice &a, const Slice &b) { return a.begin < b.begin; };
    if (!std::is_sorted(marks.begin(), marks.end(), isEarlier))
        std::stable_sort(marks.begin(), marks.end(), isEarlier);
    const auto isLonger = [](const Slice &a, const Slice &b) { return a.length > b.length; };
    for (Slice *from = marks.begin(); from != marks.end();) {
        Slice *to = from + 1;
        while (to != marks.end() && to->begin == from->begin && isWhole(*from) && isWhole(*to))
            ++to;
        if (to - from > 1)
            std::stable_sort(from, to, isLonger);
        from = to;
    }
}

/// `{…}` and `{…}` in one.
TextId merged(TextId first, TextId second, TrackTexts &texts)
{
    if (!first || !second || first == second)
        return first ? first : second;
    const QByteArray a = texts.text(first).toByteArray(), b = texts.text(second).toByteArray();
    if (!a.startsWith('{') || !a.endsWith('}') || !b.startsWith('{') || b.size() <= 2)
        return first;
    return texts.idOf(a.size() <= 2 ? b : a.chopped(1) + ',' + b.mid(1));
}

/// Deals slices out into their rows, keeping their order.
SliceRows dealt(GrowingArray<Slice> slices, const std::vector<quint16> &rowOf, size_t rowCount)
{
    SliceRows result;
    result.rows.resize(rowCount + 1);
    for (const quint16 row : rowOf)
        ++result.rows[row + 1u].slices;
    for (size_t row = 1; row <= rowCount; ++row)
        result.rows[row].slices += result.rows[row - 1].slices;
    if (rowCount <= 1) {
        result.slices = std::move(slices);
    } else {
        result.slices.resize(slices.size());
        std::vector<SliceRows::Place> next = result.rows;
        for (size_t i = 0; i < slices.size(); ++i)
            result.slices[next[rowOf[i]].slices++] = slices[i];
    }
    for (size_t row = 0; row < rowCount; ++row) {
        result.rows[row].totals = quint32(result.totals.size());
        qint64 total = 0;
        const quint32 begin = result.rows[row].slices;
        for (quint32 i = begin; i < result.rows[row + 1].slices; ++i) {
            if ((i - begin) % SliceRow::block == 0)
                result.totals.push_back(total);
            total += std::max(result.slices[i].length, Nanos(0)).count();
        }
    }
    result.rows[rowCount].totals = quint32(result.totals.size());
    result.totals.shrink_to_fit();
    return result;
}

class Nesting
{
public:
    Nesting(TrackTexts &texts, GrowingArray<Slice> &spilled, NestingLosses &losses)
        : m_texts(texts), m_spilled(spilled), m_losses(losses)
    {
    }

    SliceRows rows(MarkLog marks)
    {
        m_rowOf.reserve(marks.beginnings());
        if (marks.isOrdered()) {
            m_slices.reserve(marks.beginnings());
            for (Slice mark; marks.take(mark);)
                take(mark);
        } else {
            m_slices = marks.takeAll();
            sort(m_slices);
            const size_t count = m_slices.size();
            for (size_t i = 0; i < count; ++i)
                take(Slice(m_slices[i])); // a copy: its place may be written to
        }
        m_slices.shrinkTo(m_rowOf.size());
        return dealt(std::move(m_slices), m_rowOf, m_rowEnds.size());
    }

private:
    struct Open
    {
        size_t slice;
        TextId name;
        TracePoint end;      ///< `never` until its end has come
        TracePoint leastEnd; ///< of it and all it lies in
        quint32 row;
    };

    void take(const Slice &mark)
    {
        closeWhatIsOver(mark.begin);
        if (isWhole(mark)) {
            const bool nests = m_stack.empty() || mark.end() <= m_stack.back().leastEnd;
            if (nests)
                open(mark, mark.end());
            else
                m_spilled.append(mark);
        } else if (mark.length.count() == qint64(SliceMark::Begin)) {
            open(mark, never);
        } else if (mark.length.count() == qint64(SliceMark::End)) {
            end(mark);
        } else {
            takeState(mark);
        }
    }

    /// A whole slice that is over ends what began in it and has not ended.
    void closeWhatIsOver(TracePoint at)
    {
        while (!m_stack.empty() && m_stack.back().leastEnd <= at) {
            size_t over = 0;
            while (m_stack[over].end > at)
                ++over;
            closeDownTo(over + 1, m_stack[over].end);
            m_stack.pop_back();
        }
    }

    void takeState(Slice mark)
    {
        if (!m_stack.empty())
            closeDownTo(m_stack.size() - 1, mark.begin);
        mark.length = Slice::open;
        if (mark.name)
            open(mark, never);
    }

    void open(const Slice &slice, TracePoint end)
    {
        quint32 row = m_stack.empty() ? 0 : m_stack.back().row + 1;
        while (row < m_rowEnds.size() && m_rowEnds[row] > slice.begin)
            ++row;
        if (row >= mostRows) {
            ++m_losses.tooDeep;
            m_leftOut += end == never ? 1 : 0;
            return;
        }
        if (row >= m_rowEnds.size())
            m_rowEnds.resize(row + 1);
        m_rowEnds[row] = end;
        const TracePoint leastEnd = m_stack.empty() ? end : std::min(end, m_stack.back().leastEnd);
        m_stack.push_back({m_rowOf.size(), slice.name, end, leastEnd, row});
        if (m_rowOf.size() < m_slices.size())
            m_slices[m_rowOf.size()] = slice;
        else
            m_slices.append(slice);
        m_rowOf.push_back(quint16(row));
    }

    void end(const Slice &mark)
    {
        if (m_leftOut > 0) { // what lies deepest ends first
            --m_leftOut;
            return;
        }
        for (size_t i = m_stack.size(); i-- > 0;) {
            const Open &one = m_stack[i];
            if (one.end != never || (mark.name && one.name != mark.name))
                continue;
            Slice &slice = m_slices[one.slice];
            slice.arguments = merged(slice.arguments, mark.arguments, m_texts);
            closeDownTo(i, mark.begin);
            return;
        }
        ++m_losses.strayEnds;
    }

    void closeDownTo(size_t size, TracePoint at)
    {
        for (; m_stack.size() > size; m_stack.pop_back()) {
            const Open &one = m_stack.back();
            if (one.end != never)
                continue;
            m_slices[one.slice].length = at - m_slices[one.slice].begin;
            m_rowEnds[one.row] = at;
        }
    }

    GrowingArray<Slice>
        m_slices; ///< and behind them marks that were not taken yet, where these were unpacked
    std::vector<quint16> m_rowOf; ///< of each slice so far
    std::vector<TracePoint> m_rowEnds;
    std::vector<Open> m_stack;
    quint64 m_leftOut = 0; ///< slices too deep that are open
    TrackTexts &m_texts;
    GrowingArray<Slice> &m_spilled;
    NestingLosses &m_losses;
};

} // namespace

NestingLosses &NestingLosses::operator+=(const NestingLosses &other)
{
    strayEnds += other.strayEnds;
    tooDeep += other.tooDeep;
    return *this;
}

SliceRows nest(MarkLog marks, TrackTexts &texts, GrowingArray<Slice> &spilled, NestingLosses &losses)
{
    return Nesting(texts, spilled, losses).rows(std::move(marks));
}

SliceRows spread(GrowingArray<Slice> slices, NestingLosses &losses)
{
    std::vector<quint16> rowOf;
    std::vector<TracePoint> rowEnds;
    size_t kept = 0;
    for (size_t i = 0; i < slices.size(); ++i) {
        const Slice slice = slices[i];
        size_t row = 0;
        while (row < rowEnds.size() && rowEnds[row] > slice.begin)
            ++row;
        if (row >= mostRows) {
            ++losses.tooDeep;
            continue;
        }
        if (row == rowEnds.size())
            rowEnds.push_back({});
        rowEnds[row] = slice.end();
        slices[kept++] = slice;
        rowOf.push_back(quint16(row));
    }
    slices.shrinkTo(kept);
    return dealt(std::move(slices), rowOf, rowEnds.size());
}

} // namespace loopscope
