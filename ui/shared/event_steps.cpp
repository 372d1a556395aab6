// SPDX-License-Identifier: MIT
#include "ui/shared/event_steps.h"

#include <algorithm>

namespace loopscope {

namespace {

EventId previousIn(const TaskEvents &events, EventId from)
{
    const auto at = std::lower_bound(events.begin(), events.end(), from);
    return at == events.begin() ? from : *(at - 1);
}

EventId nextIn(const TaskEvents &events, EventId from)
{
    const auto at = std::upper_bound(events.begin(), events.end(), from);
    return at == events.end() ? from : *at;
}

} // namespace

EventId eventAfter(const Store &store, const Moment &from, TaskId taskId, EventStep step)
{
    const RunInfo *run = store.run(from.run);
    if (!run && !store.runs().empty())
        run = &store.runs().front();
    if (!run)
        return {};
    const TaskInfo *task = store.task(taskId);
    const EventId here = std::clamp(from.event, run->first, run->lastEvent);
    switch (step) {
    case EventStep::Previous: return std::max(run->first, EventId{here.value - 1});
    case EventStep::Next: return from.event ? std::min(run->lastEvent, EventId{here.value + 1}) : run->first;
    case EventStep::PreviousOfTask: return task ? previousIn(task->events, here) : here;
    case EventStep::NextOfTask: return task ? nextIn(task->events, here) : here;
    case EventStep::First: return run->first;
    case EventStep::Last: break;
    }
    return run->lastEvent;
}

} // namespace loopscope
