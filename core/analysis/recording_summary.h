// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/state_times.h"

namespace loopscope {

/// What a recording holds, in figures. Times count from the run's beginning.
struct TaskSummary
{
    QString name, coro, parent; ///< the parent's name; empty for main
    TaskEnd end = TaskEnd::Unfinished;
    Nanos created{0};
    std::optional<Nanos> finished;
    StateTimes times;
    qsizetype events = 0;
};

struct RunSummary
{
    QString name, main, outcome; ///< no outcome: the recording ends before the run does
    bool realClock = false;
    std::optional<Nanos> cost;
    Nanos length{0};
    qsizetype events = 0, passes = 0, prints = 0, requests = 0, jobs = 0, lost = 0;
    std::vector<TaskSummary> tasks;
};

struct RecordingSummary
{
    qsizetype events = 0;
    std::vector<RunSummary> runs;
};

[[nodiscard]] RecordingSummary summaryOf(const Store &store);

/// For people: per run a line and a table of its tasks.
[[nodiscard]] QString toText(const RecordingSummary &summary);

/// For programs, one compact object; times are seconds:
/// `{"events":N,"runs":[{"run","main","clock","outcome"|null,"cost"|null,"length","events","passes","prints",
/// "requests","jobs","lost","tasks":[{"task","coro","parent"|null,"end","created","finished"|null,"states":{"created",
/// "ready","running","suspended"},"events"}]}]}`, where `end` is done, failed, cancelled or unfinished.
[[nodiscard]] QByteArray toJson(const RecordingSummary &summary);

/// "done", "failed", "cancelled" or "unfinished".
[[nodiscard]] QLatin1String wordFor(TaskEnd end);
/// "created", "ready", "running" or "suspended".
[[nodiscard]] QLatin1String wordFor(TaskState state);

} // namespace loopscope
