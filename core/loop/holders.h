// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task_base.h"

#include <algorithm>
#include <vector>

namespace loopscope::sync {

/// Who has taken a lock or a semaphore and not given it back. asyncio keeps no such list: nothing depends on it, it
/// tells who holds up whom when the loop stalls.
class Holders
{
public:
    /// By the task that runs now, if there is one.
    void taken() { m_tasks.push_back(current()); }
    /// By the task that runs now; or, where another one gives it back, by who has had it longest.
    void givenBack()
    {
        auto found = std::ranges::find(m_tasks, current());
        if (found == m_tasks.end())
            found = m_tasks.begin();
        if (found != m_tasks.end())
            m_tasks.erase(found);
    }
    /// In the order in which they took it; 0 for code outside of tasks.
    [[nodiscard]] const std::vector<TaskId> &tasks() const { return m_tasks; }

private:
    [[nodiscard]] static TaskId current() { return FrameHost::current() ? TaskBase::current().id() : TaskId{}; }

    std::vector<TaskId> m_tasks;
};

} // namespace loopscope::sync
