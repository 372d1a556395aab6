// SPDX-License-Identifier: MIT
#include "core/trace/loss_book.h"

#include <utility>

namespace loopscope {

bool LossBook::isEmpty() const
{
    return !m_step && !m_isPassLost && !m_isCallbackLost && m_tasks.isEmpty() && m_jobs.isEmpty() &&
           m_requests.isEmpty();
}

bool LossBook::begins(bool &isLost, bool hasRoom)
{
    isLost = !hasRoom;
    return hasRoom;
}

bool LossBook::begins(QSet<quint32> &lost, quint32 number, bool hasRoom)
{
    if (!hasRoom)
        lost.insert(number);
    return hasRoom;
}

bool LossBook::keeps(EventKind kind, TaskId task, quint32 subject, bool hasRoom)
{
    switch (kind) {
    case EventKind::RunBegin: *this = {}; return true;
    case EventKind::RunEnd: return true;
    case EventKind::PassBegin: return begins(m_isPassLost, hasRoom);
    case EventKind::PassEnd: return !std::exchange(m_isPassLost, false);
    case EventKind::CallbackBegin: return begins(m_isCallbackLost, hasRoom);
    case EventKind::CallbackError: return hasRoom && !m_isCallbackLost;
    case EventKind::CallbackEnd: return !std::exchange(m_isCallbackLost, false);
    case EventKind::ExecutorBegin: return begins(m_jobs, subject, hasRoom && !isLost(task));
    case EventKind::ExecutorEnd: return !m_jobs.remove(subject);
    case EventKind::RequestQueued: return begins(m_requests, subject, hasRoom && !isLost(task));
    case EventKind::RequestDone: return !m_requests.remove(subject);
    case EventKind::RequestConnecting:
    case EventKind::RequestEncrypted:
    case EventKind::RequestSent:
    case EventKind::RequestHeaders: return hasRoom && !m_requests.contains(subject);
    case EventKind::CancelRequested: return hasRoom && !isLost(task) && !isLost(TaskId{subject});
    default: return keepsOfTask(kind, task, hasRoom);
    }
}

/// Whether its beginning was kept.
bool LossBook::endsStep(TaskId task)
{
    const bool wasLost = m_step == task;
    if (wasLost)
        m_step = {};
    return !wasLost;
}

bool LossBook::keepsOfTask(EventKind kind, TaskId task, bool hasRoom)
{
    switch (kind) {
    case EventKind::Created: return begins(m_tasks, task.value, hasRoom);
    case EventKind::Resumed: {
        const bool isKept = hasRoom && !isLost(task);
        m_step = isKept ? TaskId() : task;
        return isKept;
    }
    case EventKind::Suspended: return endsStep(task);
    case EventKind::Done: endsStep(task); return !m_tasks.remove(task.value);
    default: return hasRoom && !isLost(task);
    }
}

} // namespace loopscope
