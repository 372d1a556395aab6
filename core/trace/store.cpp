// SPDX-License-Identifier: MIT
#include "core/trace/store.h"

#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

namespace loopscope {

namespace {

quint64 keyOf(RunId run, quint32 number)
{
    return quint64(run.value) << 32 | number;
}

TaskEnd endOf(const QString &outcome)
{
    if (outcome == QLatin1String("cancelled"))
        return TaskEnd::Cancelled;
    return outcome == QLatin1String("exception") ? TaskEnd::Failed : TaskEnd::Done;
}

/// The next task's name where its event does not say: as asyncio's own.
QString defaultName(quint32 number)
{
    return QStringLiteral("Task-%1").arg(number);
}

} // namespace

void Store::append(const Record &record)
{
    if (m_events.size() >= m_most || record.event.id.value != m_events.size() + 1) {
        ++m_refused;
        return;
    }
    if (!record.text.isNull() && record.event.payload)
        m_payloads.insert(record.event.payload, record.text);
    m_events.append(record.event);
    apply(record.event);
}

EventRange Store::events(EventId first) const
{
    return {m_events, std::max(first, EventId{1}), EventId{m_events.size() + 1}};
}

EventRange Store::events(EventId first, EventId last) const
{
    return {m_events, std::max(first, EventId{1}), EventId{std::min(last.value, m_events.size()) + 1}};
}

const RunInfo *Store::run(RunId id) const
{
    const auto at = m_runAt.find(id.value);
    return at ? &m_runs[*at] : nullptr;
}

const TaskInfo *Store::task(TaskId id) const
{
    const auto at = m_taskAt.find(id.value);
    return at ? &m_tasks[*at] : nullptr;
}

RunInfo *Store::mutableRun(RunId id)
{
    const auto at = m_runAt.find(id.value);
    return at ? &m_runs[*at] : nullptr;
}

TaskInfo *Store::mutableTask(TaskId id)
{
    const auto at = m_taskAt.find(id.value);
    return at ? &m_tasks[*at] : nullptr;
}

void Store::apply(const Event &event)
{
    if (event.kind == EventKind::RunBegin)
        beginRun(event);
    RunInfo *run = mutableRun(event.run);
    if (!run)
        return;
    run->last = std::max(run->last, event.at);
    run->lastEvent = event.id;
    ++run->eventCount;
    extend(run->stretches, event.id);

    switch (event.kind) {
    case EventKind::RunEnd: endRun(event, *run); break;
    case EventKind::PassBegin:
    case EventKind::PassEnd: applyPass(event, *run); break;
    // These note the event themselves.
    case EventKind::Created: return createTask(event, *run);
    case EventKind::Ready: return enterState(event, TaskState::Ready);
    case EventKind::Resumed: return enterState(event, TaskState::Running);
    case EventKind::Suspended: return enterState(event, TaskState::Suspended);
    case EventKind::Done: finishTask(event); break;
    case EventKind::CancelRequested: noteCancel(event); break;
    case EventKind::Print: applyPrint(event, *run); break;
    case EventKind::EventsLost: applyLoss(event, *run); break;
    case EventKind::ExecutorBegin:
    case EventKind::ExecutorEnd: applyJob(event, *run); break;
    case EventKind::RequestQueued: queueRequest(event, *run); break;
    case EventKind::RequestConnecting:
    case EventKind::RequestEncrypted:
    case EventKind::RequestSent:
    case EventKind::RequestHeaders:
    case EventKind::RequestDone: applyRequest(event, *run); break;
    default: break;
    }
    noteTask(event);
}

void Store::beginRun(const Event &event)
{
    if (m_runAt.find(event.run.value))
        return;
    const QByteArray text = payload(event.payload);
    const PayloadView view(text);
    RunInfo run;
    run.id = event.run;
    run.name = view.text("run");
    run.main = view.text("main");
    run.realClock = view.text("clock") == QLatin1String("real");
    run.begin = run.last = event.at;
    run.first = run.lastEvent = event.id;
    m_runAt.insert(event.run.value, quint32(m_runs.size()));
    m_runs.push_back(std::move(run));
}

void Store::endRun(const Event &event, RunInfo &run)
{
    if (run.end)
        return;
    const QByteArray text = payload(event.payload);
    const PayloadView view(text);
    run.end = run.last;
    run.outcome = view.text("outcome");
    if (const auto seconds = view.number("cost"))
        run.cost = std::clamp(secondsToNanos(*seconds), Nanos::zero(), longestLength);
}

void Store::applyPass(const Event &event, RunInfo &run)
{
    if (event.kind == EventKind::PassBegin) {
        run.passes.open(event.subject, event.at);
        return;
    }
    if (run.passes.empty() || run.passes.back().end || run.passes.back().number != event.subject)
        return;
    run.passes.close(event.at);
    if (run.realClock)
        run.worstLag = std::max(run.worstLag, safeLength(run.passes.back().begin, *run.passes.back().end));
}

void Store::applyPrint(const Event &event, RunInfo &run)
{
    const bool isSameInstant =
        !run.prints.empty() && (run.passes.size() == run.passesAtPrint || event.at == run.prints.back().at);
    const quint32 nth = isSameInstant ? run.prints.back().nth + 1 : 0;
    const QString text = PayloadView(payload(event.payload)).text("text");
    run.prints.push_back({event.id, event.task, event.at, text, nth});
    run.passesAtPrint = run.passes.size();
    run.mostPrintsAtOnce = std::max(run.mostPrintsAtOnce, nth + 1);
}

void Store::applyLoss(const Event &event, RunInfo &run)
{
    const Nanos most = safeLength(run.begin, event.at);
    const Nanos length(PayloadView(payload(event.payload)).integer("for_ns").value_or(0));
    const TracePoint begin = event.at - std::clamp(length, Nanos(0), std::max(most, Nanos(0)));
    run.losses.push_back({{begin, event.at}, event.subject});
}

void Store::createTask(const Event &event, RunInfo &run)
{
    if (!event.task || m_taskAt.find(event.task.value))
        return noteTask(event);
    run.tasks.push_back(event.task);
    const QByteArray text = payload(event.payload);
    const PayloadView view(text);
    m_taskAt.insert(event.task.value, quint32(m_tasks.size()));
    TaskInfo &task = m_tasks.emplace_back();
    task.id = event.task;
    task.run = run.id;
    task.number = quint32(run.tasks.size());
    task.name = view.text("task");
    if (task.name.isEmpty())
        task.name = defaultName(task.number);
    task.coro = *m_coros.insert(view.text("coro"));
    task.parent = TaskId{event.subject};
    task.created = event.id;
    task.states.append(TaskState::Created, event.at, event.id);
}

void Store::enterState(const Event &event, TaskState state)
{
    TaskInfo *task = mutableTask(event.task);
    if (task && task->finished)
        task->events.append(event.id);
    else if (task)
        task->states.append(state, event.at, event.id);
}

void Store::finishTask(const Event &event)
{
    TaskInfo *task = mutableTask(event.task);
    if (!task || task->finished)
        return;
    task->states.finish(event.at);
    task->finished = event.id;
    task->end = endOf(PayloadView(payload(event.payload)).text("outcome"));
}

void Store::noteTask(const Event &event)
{
    if (TaskInfo *task = mutableTask(event.task))
        task->events.append(event.id);
}

/// A cancel belongs to the task it is aimed at, too.
void Store::noteCancel(const Event &event)
{
    if (event.subject == event.task.value)
        return;
    if (TaskInfo *target = mutableTask(TaskId{event.subject}))
        target->events.append(event.id);
}

void Store::queueRequest(const Event &event, RunInfo &run)
{
    const quint64 key = keyOf(run.id, event.subject);
    if (m_requestAt.contains(key))
        return;
    const QByteArray text = payload(event.payload);
    const PayloadView view(text);
    RequestInfo request;
    request.number = event.subject;
    request.run = run.id;
    request.task = event.task;
    request.method = view.text("method");
    request.url = view.text("url");
    request.queued = event.at;
    request.first = event.id;
    m_requestAt.insert(key, run.requests.size());
    run.requests.push_back(std::move(request));
}

void Store::applyRequest(const Event &event, RunInfo &run)
{
    const auto index = m_requestAt.constFind(keyOf(run.id, event.subject));
    if (index == m_requestAt.cend())
        return;
    RequestInfo &request = run.requests[*index];
    const TracePoint at = std::max(request.queued, event.at);
    switch (event.kind) {
    case EventKind::RequestConnecting: request.connecting = at; break;
    case EventKind::RequestEncrypted: request.encrypted = at; break;
    case EventKind::RequestSent: request.sent = at; break;
    case EventKind::RequestHeaders:
        request.headers = at;
        request.status = int(PayloadView(payload(event.payload)).integer("status").value_or(0));
        break;
    default: finishRequest(event, request); break;
    }
}

void Store::finishRequest(const Event &event, RequestInfo &request) const
{
    const QByteArray text = payload(event.payload);
    const PayloadView view(text);
    request.done = std::max(request.queued, event.at);
    request.last = event.id;
    request.status = int(view.integer("status").value_or(request.status));
    request.bytes = view.integer("bytes").value_or(0);
    request.error = view.text("error");
}

void Store::applyJob(const Event &event, RunInfo &run)
{
    const quint64 key = keyOf(run.id, event.subject);
    const auto index = m_jobAt.constFind(key);
    if (event.kind == EventKind::ExecutorBegin && index == m_jobAt.cend()) {
        m_jobAt.insert(key, run.jobs.size());
        const QString name = PayloadView(payload(event.payload)).text("job");
        run.jobs.push_back({event.subject, run.id, event.task, name, event.at, {}});
    } else if (event.kind == EventKind::ExecutorEnd && index != m_jobAt.cend()) {
        JobInfo &job = run.jobs[*index];
        job.end = std::max(job.begin, event.at);
    }
}

} // namespace loopscope
