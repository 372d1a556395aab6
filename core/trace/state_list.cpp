// SPDX-License-Identifier: MIT
#include "core/trace/state_list.h"

namespace loopscope {

StateTimes &StateTimes::operator-=(const StateTimes &other)
{
    for (size_t i = 0; i < times.size(); ++i)
        times[i] -= other.times[i];
    return *this;
}

void StateList::append(TaskState state, TracePoint begin, EventId event)
{
    Q_ASSERT(!m_end);
    if (!empty())
        begin = std::max(begin, beginOf(size() - 1));
    if (m_rows.isTailFull())
        m_rows.seal(totals(begin));
    m_rows.append({begin.ns, event.value, qint64(state)});
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
    near = m_rows.firstFrom(Begin, at.ns, near);
    if (near == 0)
        return {};
    --near; // the last state that begins before `at`
    StateTimes times = timesUntil(near);
    const TracePoint begin = beginOf(near);
    const TracePoint end = near + 1 < size() ? beginOf(near + 1) : m_end.value_or(std::max(openEnd, begin));
    times.of(TaskState(m_rows.value(near, State))) += std::min(at, end) - begin;
    return times;
}

/// Of all states before this one.
StateTimes StateList::timesUntil(size_t state) const
{
    const size_t chunk = state / m_rows.chunkRows;
    StateTimes times = chunk > 0 ? m_rows.summary(chunk - 1) : StateTimes();
    qint64 begin = m_rows.value(chunk * m_rows.chunkRows, Begin);
    for (size_t at = chunk * m_rows.chunkRows; at < state; ++at) {
        const qint64 next = m_rows.value(at + 1, Begin);
        times.times[size_t(m_rows.value(at, State))] += Nanos(next - begin);
        begin = next;
    }
    return times;
}

/// Of all states, the last one ending at `end`.
StateTimes StateList::totals(TracePoint end) const
{
    StateTimes times = timesUntil(size() - 1);
    times.of(TaskState(m_rows.value(size() - 1, State))) += end - beginOf(size() - 1);
    return times;
}

} // namespace loopscope
