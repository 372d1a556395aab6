// SPDX-License-Identifier: MIT
#include "core/analysis/event_queries.h"

namespace loopscope {

std::optional<EventId> eventAtOrBefore(const Store &store, RunId run, TracePoint at)
{
    const RunInfo *info = store.run(run);
    if (!info)
        return {};
    const EventId behind = store.firstFrom(at + Nanos(1), info->first, info->lastEvent);
    if (behind == info->first)
        return {};
    const EventId found{behind.value - 1};
    return store.event(found).run == run ? found : previousInRun(store, found);
}

std::optional<EventId> nextInRun(const Store &store, EventId event)
{
    if (!store.contains(event))
        return {};
    const RunInfo *run = store.run(store.event(event).run);
    if (!run)
        return {};
    for (const Event &next : store.events(EventId{event.value + 1}, run->lastEvent)) {
        if (next.run == run->id)
            return next.id;
    }
    return {};
}

std::optional<EventId> previousInRun(const Store &store, EventId event)
{
    if (!store.contains(event))
        return {};
    const RunInfo *run = store.run(store.event(event).run);
    for (quint32 id = event.value - 1; run && id >= run->first.value; --id) {
        if (store.event(EventId{id}).run == run->id)
            return EventId{id};
    }
    return {};
}

std::optional<EventId> nextOfTask(const Store &store, TaskId task, EventId event)
{
    const TaskInfo *info = store.task(task);
    if (!info)
        return {};
    const auto next = std::upper_bound(info->events.begin(), info->events.end(), event);
    return next == info->events.end() ? std::nullopt : std::optional(*next);
}

std::optional<EventId> previousOfTask(const Store &store, TaskId task, EventId event)
{
    const TaskInfo *info = store.task(task);
    if (!info)
        return {};
    const auto next = std::lower_bound(info->events.begin(), info->events.end(), event);
    return next == info->events.begin() ? std::nullopt : std::optional(*std::prev(next));
}

std::vector<EventId> causesOf(const Store &store, EventId event, qsizetype most)
{
    std::vector<EventId> chain;
    while (store.contains(event) && qsizetype(chain.size()) < most) {
        const EventId cause = store.event(event).cause;
        if (!store.contains(cause) || cause >= event)
            break;
        chain.push_back(cause);
        event = cause;
    }
    return chain;
}

std::optional<StateSpan> stateAt(const TaskInfo &task, TracePoint at)
{
    const size_t later = task.states.firstFrom(at + Nanos(1));
    if (later == 0)
        return {};
    const StateSpan span = task.states[later - 1];
    const bool isEnded = task.finished && span.end && *span.end <= at;
    return isEnded ? std::nullopt : std::optional(span);
}

} // namespace loopscope
