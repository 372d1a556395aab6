// SPDX-License-Identifier: MIT
#include "core/analysis/session_stats.h"

#include "core/analysis/run_repeat.h"
#include "core/analysis/state_times.h"
#include "core/trace/payload_view.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Figures of more tasks than this would fill the memory, and nobody reads them.
constexpr size_t mostTasks = 10'000;

/// The runs of one name.
struct Repeats
{
    const RunInfo *first = nullptr;
    std::vector<const RunInfo *> measured; ///< all on one clock
    qsizetype warmups = 0;
    RunGaps gaps;
};

/// Whether a cut took its beginning away: its cost is still that of the whole, and all else is not.
bool isClipped(const Store &store, const RunInfo &run)
{
    if (!store.contains(run.first))
        return false;
    const QByteArray payload = store.payload(run.first);
    return PayloadView(payload).integer("cut_ns").value_or(0) > 0;
}

void sortIn(const Store &store, const RunInfo &run, Repeats &repeats)
{
    if (!repeats.first)
        repeats.first = &run;
    repeats.gaps.eventsLost += eventsLost(run);
    if (repeatOf(store, run).kind == RunRepeat::Warmup)
        ++repeats.warmups;
    else if (isClipped(store, run))
        ++repeats.gaps.clipped;
    else if (!repeats.measured.empty() && repeats.measured.front()->realClock != run.realClock)
        ++repeats.gaps.otherClock;
    else
        repeats.measured.push_back(&run);
}

void add(StateFigures &figures, Nanos cost, const StateTimes &times)
{
    figures.cost.add(cost);
    figures.running.add(times.of(TaskState::Running));
    figures.ready.add(times.of(TaskState::Ready));
    figures.suspended.add(times.of(TaskState::Suspended));
}

void summarize(Figure &figure)
{
    figure.statistics = statisticsOf(figure.values);
}

void summarize(StateFigures &figures)
{
    for (Figure *figure : {&figures.cost, &figures.running, &figures.ready, &figures.suspended})
        summarize(*figure);
}

QString countedOutcome(const std::vector<const RunInfo *> &runs)
{
    QString first;
    for (const RunInfo *run : runs) {
        if (run->outcome == QLatin1String("result") && run->cost)
            return run->outcome;
        if (first.isEmpty() && run->cost)
            first = run->outcome;
    }
    return first;
}

class RunCollector
{
public:
    RunCollector(const Store &store, RunStats &stats) : m_store(store), m_stats(stats) {}

    void see(const RunInfo &run)
    {
        m_seen.clear();
        StateTimes sum;
        qsizetype more = 0;
        for (const TaskId id : run.tasks) {
            const TaskInfo *const task = m_store.task(id);
            if (!task)
                continue;
            const StateTimes times = stateTimes(*task, endOf(run));
            for (size_t state = 0; state < times.times.size(); ++state)
                sum.times[state] = safeSum(sum.times[state], times.times[state]);
            if (TaskStats *const stats = taskStats(*task))
                add(stats->figures, times.total(), times);
            else
                ++more;
        }
        m_stats.moreTasks = std::max(m_stats.moreTasks, more);
        add(m_stats.figures, *run.cost, sum);
        if (run.realClock && !run.passes.empty())
            m_stats.lag.add(run.worstLag);
        ++m_stats.repeats;
    }

private:
    /// Null when there are too many already.
    TaskStats *taskStats(const TaskInfo &task)
    {
        const int order = ++m_seen[task.name];
        const auto key = std::pair(task.name, order);
        const auto known = m_taskAt.constFind(key);
        if (known != m_taskAt.cend())
            return &m_stats.tasks[*known];
        if (m_stats.tasks.size() == mostTasks)
            return nullptr;
        m_taskAt.insert(key, m_stats.tasks.size());
        m_stats.tasks.push_back({task.name, task.coro, order, {}});
        return &m_stats.tasks.back();
    }

    const Store &m_store;
    RunStats &m_stats;
    QHash<QString, int> m_seen; ///< so many tasks of that name were in this run so far
    QHash<std::pair<QString, int>, size_t> m_taskAt;
};

RunStats statsOf(const Store &store, const QString &name, const Repeats &repeats)
{
    RunStats stats;
    stats.name = name;
    const RunInfo &first = repeats.measured.empty() ? *repeats.first : *repeats.measured.front();
    stats.main = first.main;
    stats.realClock = first.realClock;
    stats.warmups = repeats.warmups;
    stats.gaps = repeats.gaps;
    stats.outcome = countedOutcome(repeats.measured);
    RunCollector collector(store, stats);
    for (const RunInfo *run : repeats.measured) {
        if (run->cost && run->outcome == stats.outcome)
            collector.see(*run);
        else
            ++stats.leftOut;
    }
    summarize(stats.figures);
    summarize(stats.lag);
    for (TaskStats &task : stats.tasks)
        summarize(task.figures);
    return stats;
}

} // namespace

SessionStats sessionStatsOf(const Store &store)
{
    QStringList names;
    QHash<QString, Repeats> byName;
    for (const RunInfo &run : store.runs()) {
        if (!byName.contains(run.name))
            names << run.name;
        sortIn(store, run, byName[run.name]);
    }
    SessionStats stats;
    for (const QString &name : names)
        stats.runs.push_back(statsOf(store, name, byName[name]));
    return stats;
}

} // namespace loopscope
