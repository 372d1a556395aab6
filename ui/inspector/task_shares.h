// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <array>

namespace loopscope {

/// Where a task spent its time, by state.
struct TaskShares
{
    std::array<Nanos, 4> time{}; ///< by TaskState
    Nanos total{0};

    [[nodiscard]] Nanos of(TaskState state) const { return time[size_t(state)]; }
    [[nodiscard]] double share(TaskState state) const
    {
        return total.count() > 0 ? double(of(state).count()) / double(total.count()) : 0;
    }
};

/// `now` ends a state that is still open.
[[nodiscard]] TaskShares taskShares(const TaskInfo &task, TracePoint now);

} // namespace loopscope
