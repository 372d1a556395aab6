// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/statistics.h"
#include "core/trace/safe_time.h"
#include "core/trace/store.h"

namespace loopscope {

/// One thing that was measured in every repeat, in the order of the repeats.
struct Figure
{
    std::vector<Nanos> values;
    Statistics statistics;

    /// Lengths beyond those that can be reckoned with are taken for the longest.
    void add(Nanos value) { values.push_back(std::clamp(value, Nanos::zero(), longestLength)); }
};

/// How long something lasted, and how much of that was in which state (time as created is in `cost` alone).
struct StateFigures
{
    Figure cost, running, ready, suspended;
};

/// A task through the repeats: the n-th of its name in each of them.
struct TaskStats
{
    QString name, coro;
    int order = 1;        ///< among the tasks of that name in a run, in creation order
    StateFigures figures; ///< its cost is its life, until the run's end if it has no other
};

/// What the figures of a run do not know of, beside warm-ups and repeats that ended otherwise.
struct RunGaps
{
    qsizetype otherClock = 0; ///< repeats that ran on another clock than the first; they do not count
    qsizetype clipped = 0;    ///< repeats whose beginning a cut took away; they do not count
    qint64 eventsLost = 0;    ///< in repeats that count or not: what they told of is not in the figures
};

/// A run through its repeats. They count when they ended with a result; where none did, when they ended as
/// the first one did. What did not count is in `leftOut` and `gaps`.
struct RunStats
{
    QString name, main, outcome; ///< the outcome that counts; empty where no repeat ended
    bool realClock = false;
    qsizetype repeats = 0, leftOut = 0, warmups = 0;
    RunGaps gaps;
    StateFigures figures;         ///< of the states, the sum over all tasks
    Figure lag;                   ///< the longest pass; on the real clock only, and where passes were recorded
    std::vector<TaskStats> tasks; ///< the first 10,000; in `moreTasks` is how many more a repeat had
    qsizetype moreTasks = 0;
};

struct SessionStats
{
    std::vector<RunStats> runs; ///< in the order of their first appearance
};

/// Every run of one name is a repeat of the same, unless it says that it warms up.
[[nodiscard]] SessionStats sessionStatsOf(const Store &store);

/// For people: per run a line and a table, in which outliers have the number of their repeat among those that count.
/// Of many tasks only the first ones.
[[nodiscard]] QString toText(const SessionStats &stats);

/// For programs, the list of runs; what a figure is, tells toJson(Statistics):
/// `[{"run","main","clock","outcome"|null,"repeats","left_out","warmups","other_clock","clipped","lost","cost":{…},
/// "running":{…},"ready":{…},"suspended":{…},"lag":{…}|null,"more_tasks","tasks":[{"task","order","coro","repeats",
/// "cost":{…},"running":{…},"ready":{…},"suspended":{…}}]}]`
[[nodiscard]] QByteArray toJson(const SessionStats &stats);

} // namespace loopscope
