// SPDX-License-Identifier: MIT
#include "core/analysis/task_hazards.h"

#include "core/analysis/recording_summary.h"
#include "core/analysis/wait_rings.h"
#include "core/trace/payload_view.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace loopscope {

namespace {

Hazard hazardOf(HazardKind kind, const TaskInfo &task, TracePoint at)
{
    Hazard hazard;
    hazard.kind = kind;
    hazard.run = task.run;
    hazard.task = task.id;
    hazard.name = task.name;
    hazard.at = at;
    return hazard;
}

/// Failed tasks by name; none for a name that several have.
QHash<QString, const TaskInfo *> failedTasks(const Store &store, const RunInfo &run)
{
    QHash<QString, const TaskInfo *> failed;
    for (const TaskId id : run.tasks) {
        const TaskInfo *task = store.task(id);
        if (task->end == TaskEnd::Failed)
            failed.insert(task->name, failed.contains(task->name) ? nullptr : task);
    }
    return failed;
}

Hazard lostException(const Store &store, const Event &told, const QHash<QString, const TaskInfo *> &failed)
{
    const QByteArray payload = store.payload(told.id);
    const PayloadView view(payload);
    const QString of = view.text("of"), type = view.text("type"), message = view.text("message");
    Hazard hazard;
    hazard.kind = HazardKind::LostException;
    hazard.run = told.run;
    hazard.name = of;
    hazard.at = told.at;
    hazard.text = message.isEmpty() ? type : type + QStringLiteral(": ") + message;
    if (const TaskInfo *task = failed.value(of)) {
        hazard.task = task->id;
        hazard.at = store.event(task->finished).at;
        hazard.length = std::max(Nanos(0), told.at - hazard.at);
        hazard.events.push_back(task->finished);
    }
    hazard.events.push_back(told.id);
    return hazard;
}

/// Whether a timeout or a group asks the task that it belongs to: out of no task's step, because of a timer
/// which that task has set (or, with no time to wait, of its own step), or because a task that it made has
/// failed.
bool isOwnScope(const Store &store, const Event &request)
{
    if (request.task || !store.contains(request.cause))
        return false;
    const TaskId target{request.subject};
    const Event &cause = store.event(request.cause);
    switch (cause.kind) {
    case EventKind::Resumed: return cause.task == target;
    case EventKind::TimerFired: return store.contains(cause.cause) && store.event(cause.cause).task == target;
    case EventKind::Done: {
        const TaskInfo *child = store.task(cause.task);
        return child && child->parent == target;
    }
    default: return false;
    }
}

std::optional<Event> firstRequest(const Store &store, const TaskInfo &task)
{
    for (const EventId id : task.events) {
        const Event &event = store.event(id);
        if (event.kind == EventKind::CancelRequested && event.subject == task.id.value &&
            !isOwnScope(store, event))
            return event;
    }
    return {};
}

/// What a task said it waits for: the verb, and whose end where that is known.
QString waitText(const QByteArray &suspended)
{
    const PayloadView view(suspended);
    const QString on = view.text("on"), target = view.text("target");
    return target.isEmpty() ? on : on + u' ' + target;
}

/// The event with which the task began the wait that it was in when `event` happened; none if it did not
/// wait.
EventId waitingWhen(const TaskInfo &task, EventId event)
{
    if (task.finished && task.finished < event)
        return {};
    const auto at = task.states.indexAt(event);
    if (!at)
        return {};
    const StateSpan state = task.states[*at];
    return state.state == TaskState::Suspended ? state.event : EventId{};
}

EventId stallOf(const Store &store, const RunInfo &run)
{
    for (const Event &event : store.events(run)) {
        if (event.kind == EventKind::Stalled)
            return event.id;
    }
    return {};
}

/// What the stall says of who waited for whom, by the tasks' numbers within the run.
WaitEdges waitsAt(const Store &store, EventId stall)
{
    WaitEdges edges;
    if (!stall)
        return edges;
    const QByteArray payload = store.payload(stall);
    const QByteArrayView text = PayloadView(payload).raw("waits_for");
    const QJsonObject waits = QJsonDocument::fromJson(text.toByteArray()).object();
    for (auto task = waits.begin(); task != waits.end(); ++task) {
        for (const QJsonValue &number : task.value().toArray())
            edges[task.key().toUInt()].push_back(quint32(number.toInteger()));
    }
    return edges;
}

std::vector<TaskId> tasksOf(const RunInfo &run, const std::vector<quint32> &numbers)
{
    std::vector<TaskId> tasks;
    for (const quint32 number : numbers) {
        if (number > 0 && number <= run.tasks.size())
            tasks.push_back(run.tasks[number - 1]);
    }
    return tasks;
}

} // namespace

std::vector<Hazard> lostExceptions(const Store &store, const RunInfo &run)
{
    std::vector<Hazard> lost;
    std::optional<QHash<QString, const TaskInfo *>> failed;
    for (const Event &event : store.events(run)) {
        if (event.kind != EventKind::Unretrieved)
            continue;
        if (!failed)
            failed = failedTasks(store, run);
        lost.push_back(lostException(store, event, *failed));
    }
    return lost;
}

std::vector<Hazard> neverAwaited(const Store &store, const RunInfo &run)
{
    std::vector<Hazard> forgotten;
    for (const Event &event : store.events(run)) {
        const TaskInfo *task = store.task(event.task);
        if (event.kind != EventKind::NeverAwaited || !task)
            continue;
        Hazard &hazard = forgotten.emplace_back(hazardOf(HazardKind::NeverAwaited, *task, event.at));
        hazard.text = PayloadView(store.payload(event.id)).text("coro");
        hazard.events.push_back(event.id);
    }
    return forgotten;
}

std::vector<Hazard> lateCancels(const Store &store, const RunInfo &run, const HazardLimits &limits)
{
    std::vector<Hazard> late;
    for (const TaskId id : run.tasks) {
        const TaskInfo &task = *store.task(id);
        const std::optional<Event> request = firstRequest(store, task);
        if (!request)
            continue;
        const TracePoint end = task.finished ? store.event(task.finished).at : run.end.value_or(run.last);
        const Nanos length = std::max(Nanos(0), end - request->at);
        const bool ignored = task.end == TaskEnd::Done || (!task.finished && run.end);
        if (!ignored && length < limits.cancelled)
            continue;
        Hazard &hazard = late.emplace_back(hazardOf(HazardKind::LateCancel, task, request->at));
        hazard.length = length;
        hazard.text = wordFor(task.end);
        hazard.events.push_back(request->id);
        if (task.finished)
            hazard.events.push_back(task.finished);
    }
    return late;
}

std::vector<Hazard> neverResumed(const Store &store, const RunInfo &run)
{
    std::vector<Hazard> stuck;
    const EventId stall = stallOf(store, run);
    if (!stall && !run.end)
        return stuck; // what waits may still be resumed
    // Where events were lost, tasks may be among them, and nobody knows any more which have these numbers.
    WaitEdges waits = run.losses.empty() ? waitsAt(store, stall) : WaitEdges();
    const std::set<quint32> rings = tasksInRings(waits);
    for (const TaskId id : run.tasks) {
        const TaskInfo &task = *store.task(id);
        const EventId since = waitingWhen(task, stall ? stall : run.lastEvent);
        if (!since || (!stall && task.finished))
            continue;
        Hazard &hazard = stuck.emplace_back(hazardOf(HazardKind::NeverResumed, task, store.event(since).at));
        hazard.length = std::max(Nanos(0), run.end.value_or(run.last) - hazard.at);
        hazard.text = waitText(store.payload(since));
        hazard.waitsFor = tasksOf(run, waits[task.number]);
        hazard.isInRing = rings.contains(task.number);
        hazard.events.push_back(since);
        if (stall)
            hazard.events.push_back(stall);
    }
    return stuck;
}

} // namespace loopscope
