// SPDX-License-Identifier: MIT
#include "core/analysis/comparison.h"

#include "core/analysis/comparison_text.h"
#include "core/analysis/session_stats_text.h"

#include <map>

namespace loopscope {

namespace {

/// The draws for each number of repeats, made when first needed. Both sides draw from streams of their own.
class Draws
{
public:
    explicit Draws(quint64 seed) : m_seed(seed) {}
    const MedianResampling &forCount(size_t n)
    {
        const auto known = m_made.find(n);
        return known != m_made.end() ? known->second
                                     : m_made.emplace(n, MedianResampling(n, m_seed)).first->second;
    }

private:
    quint64 m_seed;
    std::map<size_t, MedianResampling> m_made;
};

Finding findingOf(Nanos low, Nanos high)
{
    if (low == Nanos::zero() && high == Nanos::zero())
        return Finding::Same;
    if (low > Nanos::zero())
        return Finding::Slower;
    return high < Nanos::zero() ? Finding::Faster : Finding::Noise;
}

class Comparer
{
public:
    RunComparison compared(const RunStats &before, const RunStats &after)
    {
        m_isVirtual = !before.realClock && !after.realClock;
        m_isOnSameClock = before.realClock == after.realClock;
        RunComparison run;
        run.name = before.name;
        run.isOnSameClock = m_isOnSameClock;
        run.outcomeBefore = before.outcome;
        run.outcomeAfter = after.outcome;
        run.leftOutBefore = before.leftOut;
        run.leftOutAfter = after.leftOut;
        run.gapsBefore = before.gaps;
        run.gapsAfter = after.gaps;
        run.figures = compared(before.figures, after.figures);
        if (!before.lag.values.empty() && !after.lag.values.empty())
            run.lag = compared(before.lag, after.lag);
        compareTasks(before, after, run);
        return run;
    }

private:
    Difference compared(const Figure &before, const Figure &after)
    {
        Difference difference;
        difference.before = before.statistics.median;
        difference.after = after.statistics.median;
        difference.mostBefore = before.statistics.max;
        difference.leastAfter = after.statistics.min;
        difference.beforeCount = before.values.size();
        difference.afterCount = after.values.size();
        difference.isOnSameClock = m_isOnSameClock;
        if (!m_isOnSameClock || before.values.empty() || after.values.empty())
            return difference;
        const auto isSteady = [](const Figure &figure) {
            return figure.statistics.min == figure.statistics.max;
        };
        difference.isExact = m_isVirtual && isSteady(before) && isSteady(after);
        if (difference.isExact)
            difference.finding = findingOf(difference.change(), difference.change());
        else if (before.values.size() > 1 && after.values.size() > 1 && isSteady(before) && isSteady(after))
            judge(difference, {difference.change(), difference.change()});
        else if (before.values.size() > 1 && after.values.size() > 1)
            resample(difference, before.values, after.values);
        return difference;
    }

    void resample(Difference &difference, std::vector<Nanos> before, std::vector<Nanos> after)
    {
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        judge(difference, differenceOfMedians(before, m_beforeDraws.forCount(before.size()), after,
                                              m_afterDraws.forCount(after.size())));
    }

    static void judge(Difference &difference, Interval interval)
    {
        difference.interval = interval;
        difference.finding = findingOf(interval.low, interval.high);
    }

    StateDifferences compared(const StateFigures &before, const StateFigures &after)
    {
        return {compared(before.cost, after.cost), compared(before.running, after.running),
                compared(before.ready, after.ready), compared(before.suspended, after.suspended)};
    }

    void compareTasks(const RunStats &before, const RunStats &after, RunComparison &run)
    {
        std::map<std::pair<QString, int>, const TaskStats *> unmatched;
        for (const TaskStats &task : after.tasks)
            unmatched.emplace(std::pair(task.name, task.order), &task);
        for (const TaskStats &task : before.tasks) {
            const auto match = unmatched.find(std::pair(task.name, task.order));
            if (match == unmatched.end()) {
                run.onlyBefore << labelOf(task.name, task.order);
                continue;
            }
            run.tasks.push_back(
                {task.name, task.coro, task.order, compared(task.figures, match->second->figures)});
            unmatched.erase(match);
        }
        for (const TaskStats &task : after.tasks) {
            if (unmatched.contains(std::pair(task.name, task.order)))
                run.onlyAfter << labelOf(task.name, task.order);
        }
    }

    Draws m_beforeDraws{resampleSeed}, m_afterDraws{resampleSeed + 1};
    bool m_isVirtual = false;
    bool m_isOnSameClock = true;
};

} // namespace

std::optional<double> Difference::relativeChange() const
{
    if (before == Nanos::zero())
        return std::nullopt;
    return double(change().count()) / double(before.count());
}

bool Difference::isWellKnown() const
{
    return isExact || (interval && std::min(beforeCount, afterCount) >= fewRepeats);
}

bool Difference::isSlowerBeyond(double fraction) const
{
    if (finding != Finding::Slower)
        return false;
    const auto isBeyond = [fraction](Nanos more, Nanos base) {
        return double(more.count()) > fraction * double(base.count());
    };
    return isBeyond(interval ? interval->low : change(), before) &&
           (isWellKnown() || isBeyond(leastAfter - mostBefore, mostBefore));
}

RecordingComparison compare(const SessionStats &before, const SessionStats &after)
{
    RecordingComparison comparison;
    Comparer comparer;
    const auto named = [](const SessionStats &stats, const QString &name) {
        return std::find_if(stats.runs.begin(), stats.runs.end(),
                            [&](const RunStats &run) { return run.name == name; });
    };
    for (const RunStats &run : before.runs) {
        const auto match = named(after, run.name);
        if (match == after.runs.end())
            comparison.onlyBefore << run.name;
        else
            comparison.runs.push_back(comparer.compared(run, *match));
    }
    for (const RunStats &run : after.runs) {
        if (named(before, run.name) == before.runs.end())
            comparison.onlyAfter << run.name;
    }
    return comparison;
}

QStringList slowerBeyond(const RecordingComparison &comparison, double fraction)
{
    QStringList found;
    for (const RunComparison &run : comparison.runs) {
        const QString name = QStringLiteral("run %1").arg(run.name);
        if (run.figures.cost.isSlowerBeyond(fraction))
            found << name + QStringLiteral(": ") + sentenceOf(run.figures.cost);
        for (const TaskComparison &task : run.tasks) {
            if (task.figures.cost.isSlowerBeyond(fraction))
                found << QStringLiteral("%1, task %2: ").arg(name, labelOf(task.name, task.order)) +
                             sentenceOf(task.figures.cost);
        }
    }
    return found;
}

namespace {

/// Of as many repeats as before, more ended otherwise.
bool isLeftOutMoreOften(const RunComparison &run)
{
    const qint64 before = run.leftOutBefore + qint64(run.figures.cost.beforeCount);
    const qint64 after = run.leftOutAfter + qint64(run.figures.cost.afterCount);
    return run.leftOutAfter * before > run.leftOutBefore * after;
}

} // namespace

QStringList unjudgedRuns(const RecordingComparison &comparison)
{
    QStringList found;
    for (const QString &name : comparison.onlyBefore)
        found << QStringLiteral("run %1: it is gone").arg(name);
    for (const RunComparison &run : comparison.runs) {
        const QString name = QStringLiteral("run %1: ").arg(run.name);
        if (!run.isOnSameClock)
            found << name + QStringLiteral("on another clock");
        else if (run.figures.cost.beforeCount == 0 || run.figures.cost.afterCount == 0)
            found << name + sentenceOf(run.figures.cost);
        else if (run.outcomeBefore != run.outcomeAfter)
            found << name + QStringLiteral("ended with another outcome: %1 before, %2 after")
                                .arg(run.outcomeBefore, run.outcomeAfter);
        else if (isLeftOutMoreOften(run))
            found << name + QStringLiteral("more repeats ended otherwise: %1 before, %2 after")
                                .arg(run.leftOutBefore)
                                .arg(run.leftOutAfter);
    }
    return found;
}

bool canJudge(const RecordingComparison &comparison)
{
    return std::any_of(comparison.runs.begin(), comparison.runs.end(),
                       [](const RunComparison &run) { return run.figures.cost.finding != Finding::Unknown; });
}

} // namespace loopscope
