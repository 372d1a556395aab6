// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// Where one event is among the others. All are empty where there is none; times count from the recording's
/// start.

/// The run's latest event at or before `at`; of several at one instant the last.
[[nodiscard]] std::optional<EventId> eventAtOrBefore(const Store &store, RunId run, TracePoint at);

/// The neighbours of an event in its run.
[[nodiscard]] std::optional<EventId> nextInRun(const Store &store, EventId event);
[[nodiscard]] std::optional<EventId> previousInRun(const Store &store, EventId event);

/// The neighbours of an event among those of a task (its own, and the cancels aimed at it). `event` may be
/// another task's: then these are the task's nearest events after and before it.
[[nodiscard]] std::optional<EventId> nextOfTask(const Store &store, TaskId task, EventId event);
[[nodiscard]] std::optional<EventId> previousOfTask(const Store &store, TaskId task, EventId event);

/// Why an event happened: its cause, the cause's cause, and so on, at most `most` of them, the nearest first.
[[nodiscard]] std::vector<EventId> causesOf(const Store &store, EventId event, qsizetype most = 1000);

/// The state the task is in at `at`; of several entered at one instant the last. Empty before it was created
/// and from its end on.
[[nodiscard]] std::optional<StateSpan> stateAt(const TaskInfo &task, TracePoint at);

} // namespace loopscope
