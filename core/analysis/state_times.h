// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <array>

namespace loopscope {

/// How long a task was in each state.
struct StateTimes
{
    std::array<Nanos, 4> times{}; ///< by TaskState

    bool operator==(const StateTimes &) const = default;
    [[nodiscard]] Nanos of(TaskState state) const { return times[size_t(state)]; }
    Nanos &of(TaskState state) { return times[size_t(state)]; }
    [[nodiscard]] Nanos total() const { return times[0] + times[1] + times[2] + times[3]; }
};

/// Of the part of the task's life that lies within `span`. A state still open lasts until the span's end.
[[nodiscard]] StateTimes stateTimes(const TaskInfo &task, TimeSpan span);

/// Of the task's whole life; a state still open lasts until `now`.
[[nodiscard]] StateTimes stateTimes(const TaskInfo &task, TracePoint now);

/// Where a run ends, as far as is known: its end, or its latest event.
[[nodiscard]] inline TracePoint endOf(const RunInfo &run)
{
    return run.end.value_or(run.last);
}

} // namespace loopscope
