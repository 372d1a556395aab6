// SPDX-License-Identifier: MIT
#include "core/analysis/hazard_text.h"

#include "core/base/json_text.h"

namespace loopscope {

namespace {

constexpr const char *words[] = {"blocked_loop",  "lost_exception", "late_cancel", "awaits_in_a_row",
                                 "never_resumed", "never_awaited",  "nested_loop"};
static_assert(std::size(words) == hazardKindCount);

QString seconds(Nanos time)
{
    return QString::fromLatin1(secondsText(time)) + QStringLiteral(" s");
}

QString taskName(const Store &store, TaskId id)
{
    const TaskInfo *task = store.task(id);
    return task ? task->name : QString();
}

Nanos sinceBegin(const Store &store, const Hazard &hazard)
{
    const RunInfo *run = store.run(hazard.run);
    return run ? hazard.at - run->begin : Nanos(hazard.at.ns);
}

/// Who did it: a task, or a callback.
QString who(const Hazard &hazard)
{
    return hazard.name.isEmpty() ? QStringLiteral("a %1 callback").arg(hazard.text) : hazard.name;
}

QString delayedText(const Store &store, const Hazard &hazard)
{
    if (hazard.delayedCount == 0)
        return QStringLiteral("; nobody had to wait");
    QStringList names;
    for (const DelayedStep &step : hazard.delayed)
        names += taskName(store, step.task) + u' ' + seconds(step.late);
    if (hazard.delayedCount > qsizetype(hazard.delayed.size()))
        names += QStringLiteral("…");
    return QStringLiteral("; %1 had to wait: ")
               .arg(hazard.delayedCount == 1 ? QStringLiteral("1 step")
                                             : QStringLiteral("%1 steps").arg(hazard.delayedCount)) +
           names.join(QStringLiteral(", "));
}

QString waitedForText(const Store &store, const Hazard &hazard)
{
    if (hazard.waitsFor.empty())
        return {};
    QStringList names;
    for (const TaskId id : hazard.waitsFor)
        names += taskName(store, id);
    return QStringLiteral(": it waits for %1").arg(names.join(QStringLiteral(", "))) +
           (hazard.isInRing ? QStringLiteral(", in a ring: a deadlock") : QString());
}

QString sentence(const Store &store, const Hazard &hazard)
{
    const QString length = seconds(hazard.length);
    switch (hazard.kind) {
    case HazardKind::BlockedLoop:
        return QStringLiteral("%1 held the loop for %2").arg(who(hazard), length) +
               delayedText(store, hazard);
    case HazardKind::LostException:
        return QStringLiteral("%1 failed and nobody asked: %2").arg(hazard.name, hazard.text);
    case HazardKind::LateCancel:
        return QStringLiteral("%1 went on for %2 after it was asked to cancel, and is %3")
            .arg(hazard.name, length, hazard.text);
    case HazardKind::AwaitsInARow:
        return QStringLiteral("%1 waits one after another (%2); gathered they could save %3")
            .arg(hazard.name, hazard.text, length);
    case HazardKind::NeverResumed:
        return QStringLiteral("%1 waited for what never came (%2)").arg(hazard.name, hazard.text) +
               waitedForText(store, hazard);
    case HazardKind::NeverAwaited:
        return QStringLiteral("%1 called %2 and never awaited it").arg(hazard.name, hazard.text);
    case HazardKind::NestedLoop: break;
    }
    return QStringLiteral("%1 ran an event loop inside a step of %2").arg(who(hazard), length);
}

QByteArray toJson(const Store &store, const Hazard &hazard)
{
    const RunInfo *run = store.run(hazard.run);
    QByteArrayList events, delayed;
    for (const EventId id : hazard.events)
        events += QByteArray::number(id.value);
    for (const DelayedStep &step : hazard.delayed)
        delayed += JsonObjectText()
                       .add("task", taskName(store, step.task))
                       .add("event", qint64(step.resumed.value))
                       .addRaw("late", secondsText(step.late))
                       .text();
    JsonObjectText object;
    object.add("hazard", QString(wordFor(hazard.kind))).add("run", run ? run->name : QString());
    object.addRaw("task", hazard.task ? jsonString(taskName(store, hazard.task)) : QByteArray("null"));
    object.add("name", hazard.name).addRaw("at", secondsText(sinceBegin(store, hazard)));
    object.addRaw("length", secondsText(hazard.length)).add("text", hazard.text);
    object.addRaw("events", '[' + events.join(',') + ']');
    if (hazard.kind == HazardKind::BlockedLoop)
        object.addRaw("delayed", '[' + delayed.join(',') + ']')
            .add("delayed_steps", qint64(hazard.delayedCount));
    if (hazard.kind == HazardKind::NeverResumed) {
        QByteArrayList names;
        for (const TaskId id : hazard.waitsFor)
            names += jsonString(taskName(store, id));
        object.addRaw("waits_for", '[' + names.join(',') + ']');
        object.addRaw("deadlock", hazard.isInRing ? "true" : "false");
    }
    return object.text();
}

} // namespace

QLatin1String wordFor(HazardKind kind)
{
    return QLatin1String(words[size_t(kind)]);
}

QString toText(const Store &store, const std::vector<Hazard> &hazards)
{
    QString text;
    RunId run;
    for (const Hazard &hazard : hazards) {
        const RunInfo *info = store.run(hazard.run);
        if (info && hazard.run != run)
            text += QStringLiteral("hazards of run %1:\n").arg(info->name);
        run = hazard.run;
        text += QStringLiteral("  %1  %2: %3\n")
                    .arg(QString(wordFor(hazard.kind)).leftJustified(15), seconds(sinceBegin(store, hazard)),
                         sentence(store, hazard));
    }
    return text;
}

QByteArray toJson(const Store &store, const std::vector<Hazard> &hazards)
{
    QByteArrayList list;
    for (const Hazard &hazard : hazards)
        list += toJson(store, hazard);
    return '[' + list.join(',') + ']';
}

} // namespace loopscope
