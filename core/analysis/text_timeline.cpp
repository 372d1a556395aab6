// SPDX-License-Identifier: MIT
#include "core/analysis/text_timeline.h"

#include "core/analysis/state_times.h"

namespace loopscope {

namespace {

constexpr qsizetype longestLabel = 24;
constexpr qsizetype fewestCells = 10;

QChar cellFor(TaskState state)
{
    switch (state) {
    case TaskState::Running: return u'█';
    case TaskState::Ready: return u'▄';
    case TaskState::Suspended: return u'─';
    case TaskState::Created: break;
    }
    return u'·';
}

QString markFor(TaskEnd end)
{
    switch (end) {
    case TaskEnd::Done: return QStringLiteral(" ✓");
    case TaskEnd::Failed: return QStringLiteral(" ✗");
    case TaskEnd::Cancelled: return QStringLiteral(" ⊘");
    case TaskEnd::Unfinished: break;
    }
    return {};
}

/// Columns of equal time. Column i covers [at(i), at(i + 1)).
struct Scale
{
    TracePoint begin;
    Nanos length{0};
    qsizetype cells = 0;

    [[nodiscard]] TracePoint at(qsizetype cell) const
    {
        return begin + Nanos(qint64(double(length.count()) * double(cell) / double(cells)));
    }
    [[nodiscard]] qsizetype cellOf(TracePoint point) const
    {
        if (length.count() == 0)
            return 0;
        const double share = double((point - begin).count()) / double(length.count());
        return std::clamp(qsizetype(share * double(cells)), qsizetype(0), cells - 1);
    }
};

TaskState mostOf(const StateTimes &times, TaskState otherwise)
{
    const auto most = std::max_element(times.times.begin(), times.times.end());
    return most->count() > 0 ? TaskState(most - times.times.begin()) : otherwise;
}

QString rowOf(const TaskInfo &task, const RunInfo &run, const Scale &scale)
{
    const TracePoint last = std::max(task.states.back().begin, task.states.back().end.value_or(endOf(run)));
    const qsizetype first = scale.cellOf(task.states.front().begin);
    // What ends where a column begins does not reach into it.
    const qsizetype end = scale.cellOf(std::max(task.states.front().begin, last - Nanos(1)));
    QString row(first, u' ');
    for (qsizetype cell = first; cell <= end; ++cell) {
        const TimeSpan column{scale.at(cell), std::min(scale.at(cell + 1), last)};
        row += cellFor(mostOf(stateTimes(task, column), task.states.back().state));
    }
    for (const StateSpan &span : task.states) {
        if (span.state != TaskState::Running)
            continue;
        const qsizetype to = scale.cellOf(std::max(span.begin, span.end.value_or(last) - Nanos(1)));
        row.resize(std::max(row.size(), to + 1), u' ');
        for (qsizetype cell = scale.cellOf(span.begin); cell <= to; ++cell)
            row[cell] = cellFor(TaskState::Running);
    }
    return row + markFor(task.end);
}

QString labelOf(const TaskInfo &task)
{
    QString label = task.coro.isEmpty() ? task.name : task.name + u' ' + task.coro;
    if (label.size() > longestLabel)
        label = label.left(longestLabel - 1) + u'…';
    return label;
}

QString headline(const RunInfo &run)
{
    const QString cost =
        run.cost ? QString::fromLatin1(secondsText(*run.cost)) + QStringLiteral(" s") : QString();
    const bool isGood = run.outcome == QLatin1String("result");
    const QString outcome = run.outcome.isEmpty() ? QStringLiteral("unfinished") : run.outcome;
    return isGood ? QStringLiteral("%1: %2\n").arg(run.name, cost)
                  : QStringLiteral("%1: %2 %3").arg(run.name, outcome, cost).trimmed() + u'\n';
}

} // namespace

QString textTimeline(const Store &store, TextTimelineSize size)
{
    qsizetype labelWidth = 0;
    Nanos longest{0};
    for (const RunInfo &run : store.runs()) {
        longest = std::max(longest, endOf(run) - run.begin);
        for (size_t i = 0; i < run.tasks.size() && i < size_t(size.mostTasks); ++i)
            labelWidth = std::max(labelWidth, labelOf(*store.task(run.tasks[i])).size());
    }
    const qsizetype cells = std::max(fewestCells, size.columns - labelWidth - 3);
    QString text;
    for (const RunInfo &run : store.runs()) {
        text += headline(run);
        const size_t shown = std::min(run.tasks.size(), size_t(size.mostTasks));
        for (size_t i = 0; i < shown; ++i) {
            const TaskInfo &task = *store.task(run.tasks[i]);
            text += labelOf(task).leftJustified(labelWidth) + u' ' +
                    rowOf(task, run, {run.begin, longest, cells}) + u'\n';
        }
        if (shown < run.tasks.size())
            text += QStringLiteral("… and %1 more tasks\n").arg(run.tasks.size() - shown);
    }
    if (text.isEmpty())
        return text;
    const QString end = QString::fromLatin1(secondsText(longest)) + QStringLiteral(" s");
    return text + QString(labelWidth + 1, u' ') + u'0' + end.rightJustified(cells - 1) + u'\n';
}

} // namespace loopscope
