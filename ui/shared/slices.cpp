// SPDX-License-Identifier: MIT
#include "ui/shared/slices.h"

namespace loopscope {

std::optional<Slice> sliceAt(const Store &store, TaskId id, EventId event)
{
    const TaskInfo *task = store.task(id);
    if (!task || !event)
        return std::nullopt;
    const auto at = task->states.indexAt(event);
    return at ? std::optional(Slice{task, *at}) : std::nullopt;
}

} // namespace loopscope
