// SPDX-License-Identifier: MIT
#include "core/analysis/comparison_text.h"

#include "core/base/json_text.h"

namespace loopscope {

namespace {

QLatin1String wordFor(Finding finding)
{
    switch (finding) {
    case Finding::Same: return QLatin1String("same");
    case Finding::Slower: return QLatin1String("slower");
    case Finding::Faster: return QLatin1String("faster");
    case Finding::Noise: return QLatin1String("noise");
    case Finding::Unknown: break;
    }
    return QLatin1String("unknown");
}

QByteArray json(const Difference &difference)
{
    const auto part = difference.relativeChange();
    const auto &interval = difference.interval;
    JsonObjectText object;
    object.addRaw("before", exactSeconds(difference.before)).addRaw("after", exactSeconds(difference.after));
    object.addRaw("change", exactSeconds(difference.change()));
    object.addRaw("relative", part ? jsonNumber(*part) : QByteArray("null"));
    object.add("finding", QString(wordFor(difference.finding)));
    object.addRaw("interval",
                  interval ? '[' + exactSeconds(interval->low) + ',' + exactSeconds(interval->high) + ']'
                           : QByteArray("null"));
    return object.add("sentence", sentenceOf(difference)).text();
}

void addFigures(JsonObjectText &object, const StateDifferences &figures)
{
    object.addRaw("cost", json(figures.cost))
        .addRaw("running", json(figures.running))
        .addRaw("ready", json(figures.ready))
        .addRaw("suspended", json(figures.suspended));
}

QByteArray json(const QStringList &names)
{
    QByteArrayList texts;
    for (const QString &name : names)
        texts << jsonString(name);
    return '[' + texts.join(',') + ']';
}

QByteArray pair(qint64 before, qint64 after)
{
    return '[' + QByteArray::number(before) + ',' + QByteArray::number(after) + ']';
}

QByteArray json(const RunComparison &run)
{
    QByteArrayList tasks;
    for (const TaskComparison &task : run.tasks) {
        JsonObjectText object;
        object.add("task", task.name).add("order", qint64(task.order)).add("coro", task.coro);
        addFigures(object, task.figures);
        tasks << object.text();
    }
    const Difference &cost = run.figures.cost;
    JsonObjectText object;
    object.add("run", run.name);
    object.addRaw("repeats", pair(qint64(cost.beforeCount), qint64(cost.afterCount)))
        .addRaw("left_out", pair(run.leftOutBefore, run.leftOutAfter));
    const RunGaps &before = run.gapsBefore, &after = run.gapsAfter;
    object.addRaw("other_clock", pair(before.otherClock, after.otherClock))
        .addRaw("clipped", pair(before.clipped, after.clipped))
        .addRaw("lost", pair(before.eventsLost, after.eventsLost));
    object.addRaw("same_clock", run.isOnSameClock ? "true" : "false");
    object.addRaw("outcomes", json(QStringList{run.outcomeBefore, run.outcomeAfter}));
    addFigures(object, run.figures);
    object.addRaw("lag", run.lag ? json(*run.lag) : QByteArray("null"));
    object.addRaw("tasks", '[' + tasks.join(',') + ']');
    return object.addRaw("only_before", json(run.onlyBefore))
        .addRaw("only_after", json(run.onlyAfter))
        .text();
}

} // namespace

QByteArray toJson(const RecordingComparison &comparison)
{
    QByteArrayList runs;
    for (const RunComparison &run : comparison.runs)
        runs << json(run);
    return JsonObjectText()
        .add("resamples", qint64(resampleCount))
        .addRaw("confidence", jsonNumber(resampleConfidence))
        .add("seed", qint64(resampleSeed))
        .addRaw("runs", '[' + runs.join(',') + ']')
        .addRaw("only_before", json(comparison.onlyBefore))
        .addRaw("only_after", json(comparison.onlyAfter))
        .text();
}

} // namespace loopscope
