// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <optional>

namespace loopscope {

/// The stretch of one state in which something happened to a task: where it lies among the task's states.
struct Slice
{
    const TaskInfo *task = nullptr; ///< borrowed from the store, until it grows
    size_t index = 0;

    [[nodiscard]] StateSpan span() const { return task->states[index]; }
    bool operator==(const Slice &) const = default;
};

/// The slice of `task` that an event fell into: the one it began, or the one that went on. Empty when the
/// event came before the task, or there is no such task.
[[nodiscard]] std::optional<Slice> sliceAt(const Store &store, TaskId task, EventId event);

} // namespace loopscope
