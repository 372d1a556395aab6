// SPDX-License-Identifier: MIT
#include "ui/shared/slices.h"

#include <algorithm>

namespace loopscope {

std::optional<Slice> sliceAt(const Store &store, TaskId id, EventId event)
{
    const TaskInfo *task = store.task(id);
    if (!task || !event)
        return std::nullopt;
    const auto after = std::partition_point(task->states.begin(), task->states.end(),
                                            [event](const StateSpan &span) { return span.event <= event; });
    if (after == task->states.begin())
        return std::nullopt;
    return Slice{task, size_t(after - task->states.begin()) - 1};
}

} // namespace loopscope
