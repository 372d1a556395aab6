// SPDX-License-Identifier: MIT
#include "ui/timeline/links.h"

#include "ui/shared/event_steps.h"
#include "ui/shared/slices.h"
#include "ui/timeline/job_lanes.h"

#include <algorithm>
#include <optional>

namespace loopscope {

namespace {

/// Effects further from a slice than so many events are not looked for: a click must stay cheap.
constexpr quint32 furthestEffect = 200'000;

/// The row on which an event happened.
LinkEnd endOf(const RunInfo &run, const Event &event)
{
    LinkEnd end{RowKind::Loop, {}, 0, event.at, event.id};
    if (event.kind >= EventKind::RequestQueued && event.kind <= EventKind::RequestDone) {
        const auto request =
            std::find_if(run.requests.begin(), run.requests.end(),
                         [&](const RequestInfo &each) { return each.number == event.subject; });
        if (request != run.requests.end()) {
            end.row = RowKind::Request;
            end.index = quint32(request - run.requests.begin());
        }
    } else if (event.kind == EventKind::ExecutorEnd) {
        const auto job = std::find_if(run.jobs.begin(), run.jobs.end(),
                                      [&](const JobInfo &each) { return each.number == event.subject; });
        if (job != run.jobs.end()) {
            end.row = RowKind::Jobs;
            end.index = jobLanes(run).laneOf[size_t(job - run.jobs.begin())];
        }
    } else if (event.task && event.kind != EventKind::TimerFired) {
        end.row = RowKind::Task;
        end.task = event.task;
    }
    return end;
}

/// The arrow that ends at an event, if it is one that has a maker elsewhere.
std::optional<Link> linkTo(const Store &store, const RunInfo &run, const Event &event)
{
    LinkEnd to{RowKind::Task, event.task, 0, event.at, event.id};
    if (event.kind == EventKind::Created) {
        if (!event.subject)
            return std::nullopt;
        return Link{
            LinkKind::Creates, run.id, {RowKind::Task, TaskId{event.subject}, 0, event.at, event.id}, to};
    }
    if (event.kind != EventKind::Ready || !store.contains(event.cause))
        return std::nullopt;
    const Event &cause = store.event(event.cause);
    if (cause.kind == EventKind::Created || cause.run != run.id)
        return std::nullopt; // its first step; the arrow of its creation says it
    const LinkEnd from = endOf(run, cause);
    if (from.row == RowKind::Task && from.task == event.task)
        return std::nullopt; // it gave way and came back by itself
    return Link{LinkKind::Wakes, run.id, from, to};
}

void addLinkTo(const Store &store, const RunInfo &run, EventId event, std::vector<Link> &out)
{
    if (const auto link = linkTo(store, run, store.event(event)))
        if (std::find(out.begin(), out.end(), *link) == out.end())
            out.push_back(*link);
}

/// What woke the task for slice `index`: its last Ready at or before.
void addWaking(const Store &store, const RunInfo &run, const TaskInfo &task, size_t index,
               std::vector<Link> &out)
{
    for (size_t at = index + 1; at-- > 0;) {
        const StateSpan state = task.states[at];
        if (state.state == TaskState::Suspended)
            return;
        if (state.state == TaskState::Ready)
            return addLinkTo(store, run, state.event, out);
    }
}

/// What the task made and woke from within slice `index`.
void addEffects(const Store &store, const RunInfo &run, const TaskInfo &task, size_t index,
                std::vector<Link> &out)
{
    const EventId first = task.states[index].event;
    const EventId last = index + 1 < task.states.size() ? task.states[index + 1].event : task.finished;
    if (!last)
        return;
    const quint32 end = std::min(run.lastEvent.value, last.value + furthestEffect);
    for (const Event &event : store.events(EventId{first.value + 1}, EventId{end})) {
        const bool isMade =
            event.kind == EventKind::Created && event.subject == task.id.value && event.id <= last;
        const bool isWoken = event.kind == EventKind::Ready && event.cause >= first && event.cause <= last &&
                             store.event(event.cause).task == task.id;
        if (isMade || isWoken)
            addLinkTo(store, run, event.id, out);
    }
}

} // namespace

std::vector<Link> linksIn(const Store &store, const RunInfo &run, TimeSpan span, size_t most)
{
    std::vector<Link> out;
    const TracePoint before = TracePoint{} + (span.begin - run.begin) - Nanos(1);
    const EventId first = eventAt(store, run.id, before);
    const EventId from = first ? EventId{first.value + 1} : run.first;
    for (const Event &event : store.events(from, run.lastEvent)) {
        if (event.at >= span.end || out.size() >= most)
            break;
        if (const auto link = linkTo(store, run, event))
            out.push_back(*link);
    }
    return out;
}

std::vector<Link> linksOf(const Store &store, const Selected &selected)
{
    std::vector<Link> out;
    const auto slice = sliceAt(store, selected.task, selected.event);
    const RunInfo *run = slice ? store.run(slice->task->run) : nullptr;
    if (!run)
        return out;
    const TaskInfo &task = *slice->task;
    if (slice->span().state == TaskState::Suspended) {
        if (slice->index + 1 < task.states.size())
            addLinkTo(store, *run, task.states[slice->index + 1].event, out);
        return out;
    }
    addWaking(store, *run, task, slice->index, out);
    addLinkTo(store, *run, task.created, out);
    addEffects(store, *run, task, slice->index, out);
    return out;
}

const Row *rowOf(const LaneLayout &layout, RunId run, const LinkEnd &end)
{
    const auto found = std::find_if(layout.rows.begin(), layout.rows.end(), [&](const Row &row) {
        return row.kind == end.row && row.run == run && row.task == end.task && row.index == end.index;
    });
    return found == layout.rows.end() ? nullptr : &*found;
}

} // namespace loopscope
