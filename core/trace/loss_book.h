// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QSet>

namespace loopscope {

/// Decides which events of a loop are lost while there is no room for them: whole things, never half of one. What
/// ends something whose beginning was kept is kept as well (a step, a pass, a callback, a job, a request, a task), and
/// of something whose beginning was lost, nothing is kept. Runs are never lost.
class LossBook
{
public:
    /// Whether this event of a loop is kept. `hasRoom`: whether there is room for more than what has to be kept.
    /// Numbers are the loop's own.
    [[nodiscard]] bool keeps(EventKind kind, TaskId task, quint32 subject, bool hasRoom);

    /// Whether a later event could depend on something lost.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isLost(TaskId task) const { return m_tasks.contains(task.value); }

private:
    [[nodiscard]] bool keepsOfTask(EventKind kind, TaskId task, bool hasRoom);
    bool endsStep(TaskId task);
    [[nodiscard]] static bool begins(bool &isLost, bool hasRoom);
    [[nodiscard]] static bool begins(QSet<quint32> &lost, quint32 number, bool hasRoom);

    QSet<quint32> m_tasks; ///< unfinished ones whose creation was lost
    QSet<quint32> m_jobs;
    QSet<quint32> m_requests;
    TaskId m_step; ///< whose step runs and was lost
    bool m_isPassLost = false;
    bool m_isCallbackLost = false;
};

} // namespace loopscope
