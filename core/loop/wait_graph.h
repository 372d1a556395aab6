// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task_base.h"

#include <vector>

namespace loopscope {

/// The context of a callback that stands between a future and those who wait for it (a wait, a shield, a task group).
class WaitLink
{
public:
    /// Appends the futures that may be done when the one it is attached to is.
    virtual void addWaiting(std::vector<const FutureBase *> &futures) const = 0;

protected:
    ~WaitLink() = default;
};

/// One task, and who could end its wait.
struct TaskWait
{
    TaskId task;
    std::vector<TaskId> waitsFor; ///< unfinished tasks it awaits, in creation order, or who holds its lock
};

/// Who waits for whom among tasks that are not done, in their order. Tasks that wait for none of them, such as one
/// that waits for a future nobody sets, are left out. Looks only, and changes nothing; the work is in proportion to
/// the callbacks of what they wait for.
[[nodiscard]] std::vector<TaskWait> waitGraph(const std::vector<Ref<FutureBase>> &unfinished);

/// `{"2":[3],"3":[2]}`: the tasks' numbers on their loop. At most `most` names for each.
[[nodiscard]] QByteArray waitGraphJson(const std::vector<TaskWait> &waits, size_t most);

} // namespace loopscope
