// SPDX-License-Identifier: MIT
#include "core/analysis/state_times.h"

namespace loopscope {

StateTimes stateTimes(const TaskInfo &task, TimeSpan span)
{
    StateTimes sum;
    const auto endsBefore = [](const StateSpan &state, TracePoint at) {
        return state.end && *state.end <= at;
    };
    auto state = std::lower_bound(task.states.begin(), task.states.end(), span.begin, endsBefore);
    for (; state != task.states.end() && state->begin < span.end; ++state) {
        const TimeSpan whole{state->begin, std::max(state->begin, state->end.value_or(span.end))};
        sum.of(state->state) += whole.clampedTo(span).length();
    }
    return sum;
}

StateTimes stateTimes(const TaskInfo &task, TracePoint now)
{
    if (task.states.empty())
        return {};
    const TracePoint begin = task.states.front().begin;
    const TracePoint end = task.states.back().end.value_or(now);
    return stateTimes(task, TimeSpan{begin, std::max(begin, end)});
}

} // namespace loopscope
