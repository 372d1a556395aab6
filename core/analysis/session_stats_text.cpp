// SPDX-License-Identifier: MIT
#include "core/analysis/session_stats_text.h"

#include "core/analysis/text_table.h"
#include "core/base/json_text.h"

namespace loopscope {

namespace {

/// More tasks than this are not read in a terminal.
constexpr size_t mostTasks = 40;

QString seconds(Nanos time)
{
    return QString::fromLatin1(secondsText(time));
}

/// How many there are, and which of the values: the first is #1.
QString outliersText(const std::vector<size_t> &places)
{
    constexpr size_t mostNamed = 5;
    QStringList named;
    for (const size_t place : places) {
        if (size_t(named.size()) == mostNamed) {
            named << QStringLiteral("…");
            break;
        }
        named << QStringLiteral("#%1").arg(place + 1);
    }
    const QString count = QString::number(places.size());
    return places.empty() ? count : count + QStringLiteral(": ") + named.join(u' ');
}

QStringList row(const QString &label, const Figure &figure)
{
    const Statistics &of = figure.statistics;
    return {label,           seconds(of.median), seconds(of.iqr()), seconds(of.p95),
            seconds(of.min), seconds(of.max),    seconds(of.mean),  outliersText(of.outliers)};
}

void addStates(std::vector<QStringList> &rows, const QString &indent, const StateFigures &figures)
{
    rows.push_back(row(indent + QStringLiteral("running"), figures.running));
    rows.push_back(row(indent + QStringLiteral("ready"), figures.ready));
    rows.push_back(row(indent + QStringLiteral("suspended"), figures.suspended));
}

QString tableOf(const RunStats &run)
{
    std::vector<QStringList> rows{{QString(), QStringLiteral("median s"), QStringLiteral("IQR s"),
                                   QStringLiteral("p95 s"), QStringLiteral("min s"), QStringLiteral("max s"),
                                   QStringLiteral("mean s"), QStringLiteral("outliers")}};
    rows.push_back(row(QStringLiteral("cost"), run.figures.cost));
    if (!run.lag.values.empty())
        rows.push_back(row(QStringLiteral("loop lag"), run.lag));
    addStates(rows, {}, run.figures);
    const size_t shown = std::min(run.tasks.size(), mostTasks);
    for (size_t i = 0; i < shown; ++i) {
        const TaskStats &task = run.tasks[i];
        QString label = QStringLiteral("task %1 (%2)").arg(labelOf(task.name, task.order), task.coro);
        if (task.figures.cost.values.size() < size_t(run.repeats))
            label += QStringLiteral(", in %1 repeats").arg(task.figures.cost.values.size());
        rows.push_back(row(label, task.figures.cost));
        addStates(rows, QStringLiteral("  "), task.figures);
    }
    QString text = textTable(rows, 1);
    if (const qsizetype more = qsizetype(run.tasks.size() - shown) + run.moreTasks; more > 0)
        text += QStringLiteral("  and %1 more tasks\n").arg(more);
    return text;
}

QByteArray json(const Figure &figure)
{
    return toJson(figure.statistics, figure.values);
}

void addFigures(JsonObjectText &object, const StateFigures &figures)
{
    object.addRaw("cost", json(figures.cost))
        .addRaw("running", json(figures.running))
        .addRaw("ready", json(figures.ready))
        .addRaw("suspended", json(figures.suspended));
}

QByteArray json(const TaskStats &task)
{
    JsonObjectText object;
    object.add("task", task.name).add("order", qint64(task.order)).add("coro", task.coro);
    object.add("repeats", qint64(task.figures.cost.values.size()));
    addFigures(object, task.figures);
    return object.text();
}

QByteArray json(const RunStats &run)
{
    QByteArrayList tasks;
    for (const TaskStats &task : run.tasks)
        tasks << json(task);
    JsonObjectText object;
    object.add("run", run.name).add("main", run.main).add("clock", run.realClock ? u"real" : u"virtual");
    object.addRaw("outcome", run.outcome.isEmpty() ? QByteArray("null") : jsonString(run.outcome));
    object.add("repeats", qint64(run.repeats)).add("left_out", qint64(run.leftOut));
    object.add("warmups", qint64(run.warmups)).add("other_clock", qint64(run.gaps.otherClock));
    object.add("clipped", qint64(run.gaps.clipped)).add("lost", run.gaps.eventsLost);
    addFigures(object, run.figures);
    object.addRaw("lag", run.lag.values.empty() ? QByteArray("null") : json(run.lag));
    object.add("more_tasks", qint64(run.moreTasks));
    return object.addRaw("tasks", '[' + tasks.join(',') + ']').text();
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
}

} // namespace

QString countedRepeats(qint64 number)
{
    return counted(number, QStringLiteral("repeat"), QStringLiteral("repeats"));
}

QStringList gapTexts(const RunGaps &gaps)
{
    QStringList texts;
    if (gaps.otherClock > 0)
        texts << QStringLiteral("%1 left out on the other clock").arg(gaps.otherClock);
    if (gaps.clipped > 0)
        texts << QStringLiteral("%1 left out whose beginning was cut away").arg(gaps.clipped);
    if (gaps.eventsLost > 0)
        texts << counted(gaps.eventsLost, QStringLiteral("event"), QStringLiteral("events")) +
                     QStringLiteral(" lost");
    return texts;
}

QString repeatsText(const RunStats &run)
{
    QString text = countedRepeats(run.repeats);
    if (run.warmups > 0)
        text += QStringLiteral(" after ") +
                counted(run.warmups, QStringLiteral("warm-up"), QStringLiteral("warm-ups"));
    text += run.realClock ? QStringLiteral(", real clock") : QStringLiteral(", virtual clock");
    if (!run.outcome.isEmpty() && run.outcome != QLatin1String("result"))
        text += QStringLiteral(", outcome ") + run.outcome;
    if (run.leftOut > 0)
        text += QStringLiteral(", %1 left out that ended otherwise").arg(run.leftOut);
    for (const QString &gap : gapTexts(run.gaps))
        text += QStringLiteral(", ") + gap;
    return text;
}

QString labelOf(const QString &task, int order)
{
    return order == 1 ? task : QStringLiteral("%1 #%2").arg(task, QString::number(order));
}

QString toText(const SessionStats &stats)
{
    QString text;
    for (const RunStats &run : stats.runs) {
        text += QStringLiteral("run %1 (%2): ").arg(run.name, run.main) + repeatsText(run) + u'\n';
        if (run.repeats > 0)
            text += tableOf(run);
    }
    return text;
}

QByteArray toJson(const SessionStats &stats)
{
    QByteArrayList runs;
    for (const RunStats &run : stats.runs)
        runs << json(run);
    return '[' + runs.join(',') + ']';
}

} // namespace loopscope
