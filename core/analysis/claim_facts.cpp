// SPDX-License-Identifier: MIT
#include "core/analysis/claim_facts.h"

#include "core/analysis/state_times.h"
#include "core/trace/payload_view.h"

#include <QtGlobal>

#include <algorithm>

namespace loopscope {

namespace {

using Tasks = std::vector<const TaskInfo *>;

bool isAmong(const Tasks &tasks, TaskId id)
{
    return std::any_of(tasks.begin(), tasks.end(), [id](const TaskInfo *task) { return task->id == id; });
}

/// Strings as they are, numbers as numbers, all else as it is written.
ClaimValue valueOf(QByteArrayView json)
{
    bool isNumber = false;
    const double number = json.toByteArray().toDouble(&isNumber);
    if (isNumber)
        return ClaimValue::ofNumber(number);
    return ClaimValue::ofText(json.startsWith('"') ? unquoted(json) : QString::fromUtf8(json));
}

std::optional<ClaimValue> firstStep(const RunInfo &run, const TaskInfo &task)
{
    for (const StateSpan &span : task.states) {
        if (span.state == TaskState::Running)
            return ClaimValue::ofMoment(span.begin - run.begin, span.event);
    }
    return std::nullopt;
}

std::optional<ClaimValue> ending(const Store &store, ClaimFunction function, const TaskInfo &task)
{
    if (!task.finished)
        return function == ClaimFunction::Outcome
                   ? std::optional(ClaimValue::ofText(QStringLiteral("unfinished")))
                   : std::nullopt;
    const QByteArray payload = store.payload(task.finished);
    const char *const key = function == ClaimFunction::Outcome   ? "outcome"
                            : function == ClaimFunction::Error   ? "type"
                            : function == ClaimFunction::Message ? "message"
                                                                 : "value";
    const QByteArrayView json = PayloadView(payload).raw(key);
    return json.isEmpty() ? std::nullopt : std::optional(valueOf(json));
}

std::optional<ClaimValue> factOf(const Store &store, const RunInfo &run, ClaimFunction function,
                                 const TaskInfo &task)
{
    const auto timeIn = [&](TaskState state) {
        return ClaimValue::ofLength(stateTimes(task, endOf(run)).of(state));
    };
    switch (function) {
    case ClaimFunction::Created:
        return ClaimValue::ofMoment(task.states.front().begin - run.begin, task.created);
    case ClaimFunction::Start: return firstStep(run, task);
    case ClaimFunction::End:
        return task.finished
                   ? std::optional(ClaimValue::ofMoment(*task.states.back().end - run.begin, task.finished))
                   : std::nullopt;
    case ClaimFunction::Life: return ClaimValue::ofLength(stateTimes(task, endOf(run)).total());
    case ClaimFunction::Running: return timeIn(TaskState::Running);
    case ClaimFunction::Ready: return timeIn(TaskState::Ready);
    case ClaimFunction::Suspended: return timeIn(TaskState::Suspended);
    case ClaimFunction::Names: return ClaimValue::ofText(task.name);
    default: return ending(store, function, task);
    }
}

bool hasDetail(const Store &store, const Event &event, const EventDetail &detail)
{
    if (event.kind == EventKind::CancelRequested && detail.key == u"target") {
        const TaskInfo *const target = store.task(TaskId{event.subject});
        return target && target->name == detail.text;
    }
    const QByteArray payload = store.payload(event.payload);
    const QByteArrayView json = PayloadView(payload).raw(detail.key.toUtf8());
    return json.startsWith('"') ? unquoted(json) == detail.text : json == detail.text.toUtf8();
}

} // namespace

const RunInfo *runNamed(const Store &store, QStringView name)
{
    for (const RunInfo &run : store.runs()) {
        if (run.name == name)
            return &run;
    }
    return nullptr;
}

Result<std::vector<const TaskInfo *>> tasksOf(const Store &store, const RunInfo &run, const QString &selector)
{
    Tasks named, ofCoroutine;
    for (const TaskId id : run.tasks) {
        const TaskInfo *const task = store.task(id);
        if (selector == u"*" || task->name == selector)
            named.push_back(task);
        else if (task->coro == selector)
            ofCoroutine.push_back(task);
    }
    if (named.empty())
        named = std::move(ofCoroutine);
    if (named.empty() && selector != u"*")
        return failure({.what = QT_TRANSLATE_NOOP("Problem", "run \"%1\" had no task \"%2\", and none that "
                                                             "runs a coroutine of that name"),
                        .arguments = {run.name, selector}});
    return named;
}

ClaimValues factsOf(const Store &store, const RunInfo &run, ClaimFunction function, const Tasks &tasks)
{
    ClaimValues values;
    for (const TaskInfo *task : tasks) {
        if (const auto value = factOf(store, run, function, *task))
            values.push_back(*value);
    }
    return values;
}

ClaimValues printsOf(const RunInfo &run, const Tasks &tasks, const QString &selector)
{
    ClaimValues values;
    for (const PrintInfo &print : run.prints) {
        if (selector == u"*" || isAmong(tasks, print.task))
            values.push_back(ClaimValue::ofText(print.text));
    }
    return values;
}

ClaimValues requestsOf(const RunInfo &run, const Tasks &tasks)
{
    ClaimValues values;
    for (const RequestInfo &request : run.requests) {
        if (request.done && isAmong(tasks, request.task))
            values.push_back(ClaimValue::ofLength(*request.done - request.queued));
    }
    return values;
}

ClaimValues jobsOf(const RunInfo &run, const Tasks &tasks)
{
    ClaimValues values;
    for (const JobInfo &job : run.jobs) {
        if (job.end && isAmong(tasks, job.task))
            values.push_back(ClaimValue::ofLength(*job.end - job.begin));
    }
    return values;
}

ClaimValues momentsOf(const Store &store, const RunInfo &run, const ClaimExpr &at, const Tasks &tasks)
{
    ClaimValues values;
    for (const Event &event : store.events(run)) {
        if (event.kind != at.event)
            continue;
        if (at.where.task != u"*" && !isAmong(tasks, event.task))
            continue;
        const bool fits = std::all_of(at.details.begin(), at.details.end(), [&](const EventDetail &detail) {
            return hasDetail(store, event, detail);
        });
        if (fits)
            values.push_back(ClaimValue::ofMoment(event.at - run.begin, event.id));
    }
    return values;
}

Nanos overlapOf(const RunInfo &run, const Tasks &tasks)
{
    std::vector<std::pair<TracePoint, int>> edges; // at one instant ends come before beginnings
    for (const TaskInfo *task : tasks) {
        for (const StateSpan &span : task->states) {
            if (span.state != TaskState::Running)
                continue;
            edges.emplace_back(span.begin, 1);
            edges.emplace_back(std::max(span.begin, span.end.value_or(endOf(run))), -1);
        }
    }
    std::sort(edges.begin(), edges.end());
    Nanos overlap{0};
    int running = 0;
    for (size_t i = 0; i < edges.size(); ++i) {
        if (running > 1)
            overlap += edges[i].first - edges[i - 1].first;
        running += edges[i].second;
    }
    return overlap;
}

} // namespace loopscope
