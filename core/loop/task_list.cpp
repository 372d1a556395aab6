// SPDX-License-Identifier: MIT
#include "core/loop/task_list.h"

#include "core/loop/task_base.h"

namespace loopscope {

void TaskList::append(TaskBase &task)
{
    task.future().retain();
    task.m_previousTask = m_last;
    (m_last ? m_last->m_nextTask : m_first) = &task;
    m_last = &task;
}

void TaskList::remove(TaskBase &task)
{
    (task.m_previousTask ? task.m_previousTask->m_nextTask : m_first) = task.m_nextTask;
    (task.m_nextTask ? task.m_nextTask->m_previousTask : m_last) = task.m_previousTask;
    task.m_previousTask = task.m_nextTask = nullptr;
    task.future().release();
}

std::vector<Ref<FutureBase>> TaskList::futures() const
{
    std::vector<Ref<FutureBase>> futures;
    for (TaskBase *task = m_first; task; task = task->m_nextTask)
        futures.emplace_back(&task->future());
    return futures;
}

} // namespace loopscope
