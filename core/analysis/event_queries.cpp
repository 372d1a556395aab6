// SPDX-License-Identifier: MIT
#include "core/analysis/event_queries.h"

namespace loopscope {

std::optional<EventId> eventAtOrBefore(const Store &store, RunId run, TracePoint at)
{
    const RunInfo *info = store.run(run);
    if (!info)
        return {};
    quint32 before = info->first.value; // the first that may still be after `at`
    for (quint32 count = info->lastEvent.value - info->first.value + 1; count > 0;) {
        const quint32 half = count / 2;
        if (store.event(EventId{before + half}).at <= at) {
            before += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    if (before == info->first.value)
        return {};
    const EventId found{before - 1};
    return store.event(found).run == run ? found : previousInRun(store, found);
}

std::optional<EventId> nextInRun(const Store &store, EventId event)
{
    if (!store.contains(event))
        return {};
    const RunInfo *run = store.run(store.event(event).run);
    for (quint32 id = event.value + 1; run && id <= run->lastEvent.value; ++id) {
        if (store.event(EventId{id}).run == run->id)
            return EventId{id};
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
    const auto later =
        std::upper_bound(task.states.begin(), task.states.end(), at,
                         [](TracePoint point, const StateSpan &span) { return point < span.begin; });
    if (later == task.states.begin())
        return {};
    const StateSpan &span = *std::prev(later);
    const bool isEnded = task.finished && span.end && *span.end <= at;
    return isEnded ? std::nullopt : std::optional(span);
}

} // namespace loopscope
