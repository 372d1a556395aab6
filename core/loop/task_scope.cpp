// SPDX-License-Identifier: MIT
#include "core/loop/task_scope.h"

#include <algorithm>

namespace loopscope {

void TaskScope::add(const AnyFuture &task)
{
    if (m_tasks.size() >= m_nextTidying) {
        std::erase_if(m_tasks, [](const Ref<FutureBase> &one) { return one->done(); });
        m_nextTidying = std::max<size_t>(16, 2 * m_tasks.size());
    }
    m_tasks.push_back(task.state());
}

void TaskScope::cancelAtOnce()
{
    const auto tasks = std::exchange(m_tasks, {}); // dying frames may add some, or destroy more of us
    for (const Ref<FutureBase> &task : tasks) {
        if (TaskBase *const self = task->asTask())
            self->cancelAtOnce();
        else
            task->cancel();
    }
}

qsizetype TaskScope::unfinished() const
{
    return std::ranges::count_if(m_tasks, [](const Ref<FutureBase> &task) { return !task->done(); });
}

} // namespace loopscope
