// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// How long the task was in each state, in the part of its life that lies within `span`. A state still open
/// lasts until the span's end.
[[nodiscard]] StateTimes stateTimes(const TaskInfo &task, TimeSpan span);

/// Of the task's whole life; a state still open lasts until `now`.
[[nodiscard]] StateTimes stateTimes(const TaskInfo &task, TracePoint now);

/// Where a run ends, as far as is known: its end, or its latest event.
[[nodiscard]] inline TracePoint endOf(const RunInfo &run)
{
    return run.end.value_or(run.last);
}

/// How many of its events were not recorded.
[[nodiscard]] qint64 eventsLost(const RunInfo &run);

} // namespace loopscope
