// SPDX-License-Identifier: MIT
#include "core/analysis/state_times.h"

namespace loopscope {

StateTimes stateTimes(const TaskInfo &task, TimeSpan span)
{
    return task.states.timesIn(span, span.end);
}

StateTimes stateTimes(const TaskInfo &task, TracePoint now)
{
    if (task.states.empty())
        return {};
    const TracePoint begin = task.states.front().begin;
    const TracePoint end = task.states.back().end.value_or(now);
    return stateTimes(task, TimeSpan{begin, std::max(begin, end)});
}

qint64 eventsLost(const RunInfo &run)
{
    qint64 sum = 0;
    for (const LossInfo &loss : run.losses)
        sum += loss.events;
    return sum;
}

} // namespace loopscope
