// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/resampling.h"
#include "core/analysis/session_stats.h"

#include <QStringList>

#include <optional>

namespace loopscope {

/// With fewer repeats on a side the bootstrap knows too little of the tails to be more than a hint: of two equal sides
/// with two repeats each it swears five times in thirty that they differ.
inline constexpr size_t fewRepeats = 6;

/// What can honestly be said of a difference between two recordings.
enum class Finding : quint8 {
    Same,   ///< nothing differs
    Slower, ///< the interval lies above zero, or the figures are exact
    Faster, ///< as Slower, below zero
    Noise,  ///< the interval holds zero: it may well be chance
    Unknown ///< one side has a single repeat, or the clocks differ: nothing can be said of chance
};

/// One figure in two recordings: medians over the repeats, and how far they are apart.
struct Difference
{
    Nanos before{0}, after{0};
    Nanos mostBefore{0}, leastAfter{0}; ///< of the repeats
    size_t beforeCount = 0, afterCount = 0;
    Finding finding = Finding::Unknown;
    std::optional<Interval> interval; ///< none for exact and unknown differences
    bool isExact = false;             ///< both on the virtual clock, the same in every repeat
    bool isOnSameClock = true;        ///< else nothing is said of it

    [[nodiscard]] Nanos change() const { return after - before; }
    /// As a fraction of `before`; none where that is 0.
    [[nodiscard]] std::optional<double> relativeChange() const;
    /// Whether there is enough to say what is noise: it is exact, or both sides have `fewRepeats` or more.
    [[nodiscard]] bool isWellKnown() const;
    /// Whether it is slower by more than this fraction of `before`, beyond the noise: the whole interval is, and where
    /// it is not well known, each repeat is slower by so much than each before.
    [[nodiscard]] bool isSlowerBeyond(double fraction) const;
};

struct StateDifferences
{
    Difference cost, running, ready, suspended;
};

struct TaskComparison
{
    QString name, coro;
    int order = 1; ///< see TaskStats
    StateDifferences figures;
};

struct RunComparison
{
    QString name;
    bool isOnSameClock = true;
    QString outcomeBefore, outcomeAfter;
    qsizetype leftOutBefore = 0, leftOutAfter = 0; ///< repeats that ended otherwise, and do not count
    RunGaps gapsBefore, gapsAfter;
    StateDifferences figures;
    std::optional<Difference> lag; ///< where both ran on the real clock
    std::vector<TaskComparison> tasks;
    QStringList onlyBefore, onlyAfter; ///< tasks
};

/// Runs are matched by name, tasks by name and order.
struct RecordingComparison
{
    std::vector<RunComparison> runs;
    QStringList onlyBefore, onlyAfter; ///< runs
};

[[nodiscard]] RecordingComparison compare(const SessionStats &before, const SessionStats &after);

/// What is slower by more than `fraction` beyond the noise: costs of runs and lives of tasks, as
/// `run gather: …`, `run gather, task a: …`.
[[nodiscard]] QStringList slowerBeyond(const RecordingComparison &comparison, double fraction);

/// The runs of which nobody can say whether they became slower, each with the reason: one that is gone, that ran on
/// another clock, of which no repeat counts any more, or that ends otherwise than before, be it only in more of its
/// repeats. A run that was only added is none of them, nor is one that was told of too seldom to know its noise.
[[nodiscard]] QStringList unjudgedRuns(const RecordingComparison &comparison);

/// Whether anything was compared of which more is known than two single repeats.
[[nodiscard]] bool canJudge(const RecordingComparison &comparison);

} // namespace loopscope
