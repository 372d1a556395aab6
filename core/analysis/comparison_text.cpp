// SPDX-License-Identifier: MIT
#include "core/analysis/comparison_text.h"

#include "core/analysis/session_stats_text.h"
#include "core/analysis/text_table.h"

#include <cmath>

namespace loopscope {

namespace {

constexpr size_t mostTasks = 40;

struct Unit
{
    double nanos;
    const char16_t *name;
};

Unit unitFor(Nanos time)
{
    const double length = std::abs(double(time.count()));
    if (length >= 1e9)
        return {1e9, u"s"};
    if (length >= 1e6)
        return {1e6, u"ms"};
    return length >= 1e3 ? Unit{1e3, u"µs"} : Unit{1, u"ns"};
}

/// Three digits are as much as anybody reads.
QString numberIn(const Unit &unit, Nanos time)
{
    const double value = double(time.count()) / unit.nanos;
    const double size = std::abs(value);
    QString text = QString::number(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

QString lengthText(Nanos time)
{
    const Unit unit = unitFor(time);
    return numberIn(unit, Nanos(std::abs(time.count()))) + u' ' + QString::fromUtf16(unit.name);
}

/// `3 ms slower (+12 %)`
QString changeText(const Difference &difference)
{
    const Nanos change = difference.change();
    QString text =
        lengthText(change) + (change < Nanos::zero() ? QStringLiteral(" faster") : QStringLiteral(" slower"));
    if (const auto part = difference.relativeChange()) {
        const double percent = *part * 100;
        text += QStringLiteral(" (%1%2 %)")
                    .arg(percent < 0 ? QStringLiteral("-") : QStringLiteral("+"),
                         QString::number(std::abs(percent), 'f', std::abs(percent) < 10 ? 1 : 0));
    }
    return text;
}

QString intervalText(const Difference &difference)
{
    const bool isFaster = difference.finding == Finding::Faster;
    const Interval &interval = *difference.interval;
    const Nanos least = isFaster ? -interval.high : interval.low;
    const Nanos most = isFaster ? -interval.low : interval.high;
    const Unit unit = unitFor(most);
    return QStringLiteral("95 % sure between %1 and %2 %3")
        .arg(numberIn(unit, least), numberIn(unit, most), QString::fromUtf16(unit.name));
}

QString unknownText(const Difference &difference)
{
    if (difference.beforeCount == 0 || difference.afterCount == 0)
        return QStringLiteral("no repeat of one side counts: nothing can be compared");
    if (!difference.isOnSameClock)
        return QStringLiteral("on different clocks: cannot be compared");
    const QString why = difference.beforeCount == 1 && difference.afterCount == 1
                            ? QStringLiteral("one repeat each")
                            : QStringLiteral("one repeat on one side");
    const QString what =
        difference.change() == Nanos::zero() ? QStringLiteral("no difference") : changeText(difference);
    return what + QStringLiteral("; ") + why + QStringLiteral(": no interval can be given");
}

QString seconds(Nanos time)
{
    return QString::fromLatin1(secondsText(time));
}

/// The lines of a table, each with its sentence behind it.
class SentenceTable
{
public:
    void add(const QString &label, const Difference &difference)
    {
        m_rows.push_back({label, seconds(difference.before), seconds(difference.after)});
        m_sentences << sentenceOf(difference);
    }
    void addIfKnown(const QString &label, const Difference &difference)
    {
        if (difference.finding == Finding::Slower || difference.finding == Finding::Faster)
            add(label, difference);
    }
    void addStates(const QString &indent, const StateDifferences &figures)
    {
        addIfKnown(indent + QStringLiteral("running"), figures.running);
        addIfKnown(indent + QStringLiteral("ready"), figures.ready);
        addIfKnown(indent + QStringLiteral("suspended"), figures.suspended);
    }
    [[nodiscard]] QString text() const
    {
        const QStringList lines = textTable(m_rows, 1).split(u'\n');
        QString text;
        for (qsizetype i = 0; i < m_sentences.size(); ++i)
            text += lines[i] + (m_sentences[i].isEmpty() ? QString() : QStringLiteral("  ")) +
                    m_sentences[i] + u'\n';
        return text;
    }

private:
    std::vector<QStringList> m_rows{{QString(), QStringLiteral("before s"), QStringLiteral("after s")}};
    QStringList m_sentences{QString()};
};

QString onlyText(const char *what, const char *where, const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return QStringLiteral("  only %1: %2 %3\n")
        .arg(QLatin1String(where), QLatin1String(what), names.join(QStringLiteral(", ")));
}

QString gapText(const char *where, const RunGaps &gaps)
{
    const QStringList texts = gapTexts(gaps);
    if (texts.isEmpty())
        return {};
    return QStringLiteral("  %1: ").arg(QLatin1String(where)) + texts.join(QStringLiteral(", ")) + u'\n';
}

QString textOf(const RunComparison &run)
{
    QString text = QStringLiteral("run %1: %2 before, %3 after\n")
                       .arg(run.name, countedRepeats(qint64(run.figures.cost.beforeCount)),
                            QString::number(run.figures.cost.afterCount));
    text += gapText("before", run.gapsBefore) + gapText("after", run.gapsAfter);
    if (!run.isOnSameClock)
        return text + QStringLiteral("  on different clocks: cannot be compared\n");
    const bool isEnded = !run.outcomeBefore.isEmpty() && !run.outcomeAfter.isEmpty();
    if (isEnded && run.outcomeBefore != run.outcomeAfter)
        text += QStringLiteral("  ended with another outcome: %1 before, %2 after\n")
                    .arg(run.outcomeBefore, run.outcomeAfter);
    if (run.leftOutBefore > 0 || run.leftOutAfter > 0)
        text += QStringLiteral("  not counted, as they ended otherwise: %1 before, %2 after\n")
                    .arg(run.leftOutBefore)
                    .arg(run.leftOutAfter);
    SentenceTable table;
    table.add(QStringLiteral("cost"), run.figures.cost);
    if (run.lag)
        table.add(QStringLiteral("loop lag"), *run.lag);
    table.addStates({}, run.figures);
    const size_t shown = std::min(run.tasks.size(), mostTasks);
    for (size_t i = 0; i < shown; ++i) {
        const TaskComparison &task = run.tasks[i];
        table.add(QStringLiteral("task %1 (%2)").arg(labelOf(task.name, task.order), task.coro),
                  task.figures.cost);
        table.addStates(QStringLiteral("  "), task.figures);
    }
    text += table.text();
    if (run.tasks.size() > shown)
        text += QStringLiteral("  and %1 more tasks\n").arg(run.tasks.size() - shown);
    return text + onlyText("tasks", "before", run.onlyBefore) + onlyText("tasks", "after", run.onlyAfter);
}

} // namespace

QString sentenceOf(const Difference &difference)
{
    switch (difference.finding) {
    case Finding::Same:
        return difference.isExact ? QStringLiteral("exactly the same") : QStringLiteral("the same");
    case Finding::Unknown: return unknownText(difference);
    case Finding::Noise: {
        const Interval &interval = *difference.interval;
        const Nanos noise = std::max(interval.high - difference.change(), difference.change() - interval.low);
        return QStringLiteral("%1 is inside the noise of %2")
            .arg(lengthText(difference.change()), lengthText(noise));
    }
    default: break;
    }
    if (difference.isExact)
        return changeText(difference) + QStringLiteral(", exactly (virtual clock)");
    QString text = changeText(difference) + QStringLiteral(", ") + intervalText(difference);
    if (std::min(difference.beforeCount, difference.afterCount) < fewRepeats)
        text += QStringLiteral(" (a rough guess from so few repeats)");
    return text;
}

QString toText(const RecordingComparison &comparison)
{
    QString text;
    for (const RunComparison &run : comparison.runs)
        text += textOf(run);
    return text + onlyText("runs", "before", comparison.onlyBefore) +
           onlyText("runs", "after", comparison.onlyAfter);
}

} // namespace loopscope
