// SPDX-License-Identifier: MIT
#include "ui/timeline/state_sums.h"

#include <algorithm>

namespace loopscope {

namespace {

void add(BusyTimes &times, TaskState state, Nanos length)
{
    if (state == TaskState::Running)
        times.running += length;
    else if (state == TaskState::Ready)
        times.ready += length;
}

} // namespace

void StateSums::extend(const TaskInfo &task)
{
    for (size_t i = m_until.size() - 1; i < task.states.size() && task.states[i].end; ++i) {
        BusyTimes times = m_until.back();
        add(times, task.states[i].state, *task.states[i].end - task.states[i].begin);
        m_until.push_back(times);
    }
}

BusyTimes StateSums::within(const TaskInfo &task, TimeSpan span, TracePoint openEnd) const
{
    const BusyTimes to = before(task, span.end, openEnd);
    const BusyTimes from = before(task, span.begin, openEnd);
    return {to.running - from.running, to.ready - from.ready};
}

BusyTimes StateSums::before(const TaskInfo &task, TracePoint at, TracePoint openEnd) const
{
    const auto after = std::partition_point(task.states.begin(), task.states.end(),
                                            [at](const StateSpan &span) { return span.begin <= at; });
    if (after == task.states.begin())
        return {};
    const auto last = after - 1;
    BusyTimes times = m_until[size_t(last - task.states.begin())];
    const TracePoint end = std::min(at, last->end.value_or(std::max(openEnd, last->begin)));
    add(times, last->state, std::max(Nanos(0), end - last->begin));
    return times;
}

} // namespace loopscope
