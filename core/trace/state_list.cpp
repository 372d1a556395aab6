// SPDX-License-Identifier: MIT
#include "core/trace/state_list.h"

#include "core/trace/safe_time.h"

namespace loopscope {

StateTimes &StateTimes::operator-=(const StateTimes &other)
{
    for (size_t i = 0; i < times.size(); ++i)
        safeSubtract(times[i], other.times[i]);
    return *this;
}

void StateList::append(TaskState state, TracePoint begin, EventId event)
{
    Q_ASSERT(!m_end);
    if (!empty())
        begin = std::max(begin, beginOf(size() - 1));
    if (m_rows.isTailFull())
        m_rows.seal(totals(begin));
    m_rows.append({begin.ns, qint64(state), event.value});
}

void StateList::finish(TracePoint end)
{
    Q_ASSERT(!empty());
    m_end = std::max(end, beginOf(size() - 1));
    m_rows.seal(totals(*m_end));
    m_rows.close();
}

StateSpan StateList::operator[](size_t at) const
{
    const auto row = m_rows.row(at);
    const std::optional<TracePoint> end = at + 1 < size() ? std::optional(beginOf(at + 1)) : m_end;
    return {TaskState(row[State]), {row[Begin]}, end, {quint32(row[Event])}};
}

size_t StateList::firstFrom(TracePoint edge, size_t from) const
{
    return m_rows.firstFrom(Begin, edge.ns, from);
}

size_t StateList::firstFrom(EventId event) const
{
    return m_rows.firstFrom(Event, event.value);
}

std::optional<size_t> StateList::indexAt(EventId event) const
{
    const size_t behind = m_rows.firstFrom(Event, qint64(event.value) + 1);
    return behind == 0 ? std::nullopt : std::optional(behind - 1);
}

StateTimes StateList::timesIn(TimeSpan span, TracePoint openEnd) const
{
    if (span.end <= span.begin)
        return {};
    size_t near = 0;
    const StateTimes before = timesBefore(span.begin, openEnd, near);
    StateTimes times = timesBefore(span.end, openEnd, near);
    times -= before;
    return times;
}

StateTimes StateList::timesBefore(TracePoint at, TracePoint openEnd, size_t &near) const
{
    if (empty())
        return {};
    near = m_rows.lastChunkBelow(Begin, at.ns, near);
    return timesIn(near, at, openEnd);
}

std::vector<StateTimes> StateList::timesBefore(std::vector<TracePoint> &points, Nanos slack,
                                               TracePoint openEnd) const
{
    // Memory is slower than all else here: what several points need is asked for before the first is looked
    // at.
    constexpr size_t group = 32;
    std::vector<StateTimes> out(points.size());
    std::array<size_t, group> chunks;
    size_t near = 0;
    for (size_t from = 0; from < points.size() && !empty(); from += group) {
        const size_t count = std::min(group, points.size() - from);
        for (size_t i = 0; i < count; ++i) {
            near = m_rows.lastChunkBelow(Begin, points[from + i].ns, near);
            chunks[i] = moveToStart(points[from + i], slack, near);
            m_rows.prefetch(chunks[i]);
        }
        const auto isStart = [&](size_t i) { return points[from + i].ns == m_rows.startOf(chunks[i]); };
        for (size_t i = 0; i < count; ++i)
            if (!isStart(i))
                m_rows.prefetchRows(chunks[i]);
        for (size_t i = 0; i < count; ++i)
            out[from + i] =
                isStart(i) ? m_rows.before(chunks[i]) : timesIn(chunks[i], points[from + i], openEnd);
    }
    return out;
}

/// To the start of the chunk that a point lies in, or of the next, if that is near enough. Returns the chunk.
size_t StateList::moveToStart(TracePoint &point, Nanos slack, size_t chunk) const
{
    for (const size_t each : {chunk, chunk + 1}) {
        if (each >= m_rows.chunkCount())
            break;
        const TracePoint start{m_rows.startOf(each)};
        if (safeLength(std::min(point, start), std::max(point, start)) > slack)
            continue;
        point = start;
        return each;
    }
    return chunk;
}

/// Looks into one chunk, the last that begins before `at`.
StateTimes StateList::timesIn(size_t chunk, TracePoint at, TracePoint openEnd) const
{
    StateTimes times = m_rows.before(chunk);
    TracePoint begin;
    size_t state = 0;
    size_t rows = 0;
    m_rows.walk(chunk, [&](const auto &row) {
        if (row[Begin] >= at.ns)
            return false;
        if (rows++ > 0)
            safeAdd(times.times[state], safeLength(begin, {row[Begin]}));
        begin.ns = row[Begin];
        state = size_t(row[State]);
        return true;
    });
    if (rows == 0)
        return times;
    // Now `state` is the last one that begins before `at`, and goes on until then if another follows.
    const bool isLast = chunk * m_rows.chunkRows + rows == size();
    const TracePoint end = isLast ? m_end.value_or(std::max(openEnd, begin)) : at;
    safeAdd(times.times[state], safeLength(begin, std::min(at, end)));
    return times;
}

/// Of all states, the last one ending at `end`. (Those that begin there take no time.)
StateTimes StateList::totals(TracePoint end) const
{
    size_t near = 0;
    return timesBefore(end, end, near);
}

} // namespace loopscope
