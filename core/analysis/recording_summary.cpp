// SPDX-License-Identifier: MIT
#include "core/analysis/recording_summary.h"

#include "core/analysis/text_table.h"
#include "core/base/json_text.h"

namespace loopscope {

namespace {

constexpr TaskState allStates[] = {TaskState::Created, TaskState::Ready, TaskState::Running,
                                   TaskState::Suspended};

TaskSummary summaryOf(const Store &store, const RunInfo &run, const TaskInfo &task)
{
    TaskSummary summary;
    summary.name = task.name;
    summary.coro = task.coro;
    if (const TaskInfo *parent = store.task(task.parent))
        summary.parent = parent->name;
    summary.end = task.end;
    summary.created = task.states.front().begin - run.begin;
    if (task.finished)
        summary.finished = *task.states.back().end - run.begin;
    summary.times = stateTimes(task, endOf(run));
    summary.events = qsizetype(task.events.size());
    return summary;
}

RunSummary summaryOf(const Store &store, const RunInfo &run)
{
    RunSummary summary;
    summary.name = run.name;
    summary.main = run.main;
    summary.outcome = run.outcome;
    summary.realClock = run.realClock;
    summary.cost = run.cost;
    summary.length = endOf(run) - run.begin;
    summary.events = run.eventCount;
    summary.passes = qsizetype(run.passes.size());
    summary.prints = qsizetype(run.prints.size());
    summary.requests = qsizetype(run.requests.size());
    summary.jobs = qsizetype(run.jobs.size());
    summary.lost = eventsLost(run);
    for (const TaskId id : run.tasks)
        summary.tasks.push_back(summaryOf(store, run, *store.task(id)));
    return summary;
}

QString seconds(Nanos time)
{
    return QString::fromLatin1(secondsText(time));
}

QString headline(const RunSummary &run)
{
    QStringList parts;
    parts << (run.outcome.isEmpty() ? QStringLiteral("unfinished") : run.outcome);
    if (run.cost)
        parts << QStringLiteral("cost %1 s").arg(seconds(*run.cost));
    parts << (run.realClock ? QStringLiteral("real clock") : QStringLiteral("virtual clock"));
    const auto count = [&parts](qsizetype number, const QString &one, const QString &many) {
        if (number > 0)
            parts << QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
    };
    count(run.events, QStringLiteral("event"), QStringLiteral("events"));
    count(run.passes, QStringLiteral("pass"), QStringLiteral("passes"));
    count(run.prints, QStringLiteral("print"), QStringLiteral("prints"));
    count(run.requests, QStringLiteral("request"), QStringLiteral("requests"));
    count(run.jobs, QStringLiteral("job"), QStringLiteral("jobs"));
    count(run.lost, QStringLiteral("event lost"), QStringLiteral("events lost"));
    return QStringLiteral("run %1 (%2): ").arg(run.name, run.main) + parts.join(QStringLiteral(", ")) + u'\n';
}

QByteArray orNull(const std::optional<Nanos> &time)
{
    return time ? secondsText(*time) : QByteArray("null");
}

QByteArray orNull(const QString &text)
{
    return text.isEmpty() ? QByteArray("null") : jsonString(text);
}

QByteArray toJson(const TaskSummary &task)
{
    JsonObjectText states;
    for (const TaskState state : allStates)
        states.addRaw(wordFor(state).latin1(), secondsText(task.times.of(state)));
    JsonObjectText object;
    object.add("task", task.name).add("coro", task.coro).addRaw("parent", orNull(task.parent));
    object.add("end", QString(wordFor(task.end))).addRaw("created", secondsText(task.created));
    object.addRaw("finished", orNull(task.finished)).addRaw("states", states.text());
    return object.add("events", qint64(task.events)).text();
}

QByteArray toJson(const RunSummary &run)
{
    QByteArrayList tasks;
    for (const TaskSummary &task : run.tasks)
        tasks << toJson(task);
    JsonObjectText object;
    object.add("run", run.name).add("main", run.main).add("clock", run.realClock ? u"real" : u"virtual");
    object.addRaw("outcome", orNull(run.outcome)).addRaw("cost", orNull(run.cost));
    object.addRaw("length", secondsText(run.length)).add("events", qint64(run.events));
    object.add("passes", qint64(run.passes)).add("prints", qint64(run.prints));
    object.add("requests", qint64(run.requests)).add("jobs", qint64(run.jobs)).add("lost", qint64(run.lost));
    return object.addRaw("tasks", '[' + tasks.join(',') + ']').text();
}

} // namespace

RecordingSummary summaryOf(const Store &store)
{
    RecordingSummary summary;
    summary.events = store.eventCount();
    for (const RunInfo &run : store.runs())
        summary.runs.push_back(summaryOf(store, run));
    return summary;
}

QString toText(const RecordingSummary &summary)
{
    QString text;
    for (const RunSummary &run : summary.runs) {
        text += headline(run);
        if (run.tasks.empty())
            continue;
        std::vector<QStringList> rows{{QStringLiteral("task"), QStringLiteral("coroutine"),
                                       QStringLiteral("end"), QStringLiteral("from s"),
                                       QStringLiteral("to s"), QStringLiteral("running s"),
                                       QStringLiteral("ready s"), QStringLiteral("suspended s")}};
        for (const TaskSummary &task : run.tasks) {
            rows.push_back({task.name, task.coro, QString(wordFor(task.end)), seconds(task.created),
                            task.finished ? seconds(*task.finished) : QString(),
                            seconds(task.times.of(TaskState::Running)),
                            seconds(task.times.of(TaskState::Ready)),
                            seconds(task.times.of(TaskState::Suspended))});
        }
        text += textTable(rows, 3);
    }
    return text;
}

QByteArray toJson(const RecordingSummary &summary)
{
    QByteArrayList runs;
    for (const RunSummary &run : summary.runs)
        runs << toJson(run);
    return JsonObjectText()
        .add("events", qint64(summary.events))
        .addRaw("runs", '[' + runs.join(',') + ']')
        .text();
}

QLatin1String wordFor(TaskEnd end)
{
    switch (end) {
    case TaskEnd::Done: return QLatin1String("done");
    case TaskEnd::Failed: return QLatin1String("failed");
    case TaskEnd::Cancelled: return QLatin1String("cancelled");
    case TaskEnd::Unfinished: break;
    }
    return QLatin1String("unfinished");
}

QLatin1String wordFor(TaskState state)
{
    switch (state) {
    case TaskState::Created: return QLatin1String("created");
    case TaskState::Ready: return QLatin1String("ready");
    case TaskState::Running: return QLatin1String("running");
    case TaskState::Suspended: break;
    }
    return QLatin1String("suspended");
}

} // namespace loopscope
