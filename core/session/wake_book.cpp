// SPDX-License-Identifier: MIT
#include "core/session/wake_book.h"

namespace loopscope {

bool WakeBook::announces(EventKind kind)
{
    return kind == EventKind::Done || kind == EventKind::TimerFired || kind == EventKind::ExecutorEnd ||
           kind == EventKind::RequestDone;
}

void WakeBook::note(const Event &event)
{
    // Who creates a task also makes it ready: the arrow comes from the parent.
    const TaskId who = event.kind == EventKind::Created ? TaskId{event.subject} : event.task;
    m_causes[event.id.value % memory] = {event.id, who, event.kind, announces(event.kind)};
}

std::optional<WakeBook::Source> WakeBook::ready(const Event &event)
{
    m_arrows.remove(event.task);
    Cause &cause = m_causes[event.cause.value % memory];
    if (!event.cause || cause.id != event.cause)
        return {};
    if (cause.isOnItsWay) {
        cause.isOnItsWay = false;
        m_arrows.insert(event.task, cause.id.value);
        return {};
    }
    if (cause.kind == EventKind::Resumed && cause.task == event.task)
        return {}; // it gave way, and goes on
    return Source{announces(cause.kind) ? TaskId{} : cause.task, event.id.value};
}

std::optional<quint64> WakeBook::resumed(TaskId task)
{
    const auto arrow = m_arrows.constFind(task);
    if (arrow == m_arrows.cend())
        return {};
    const quint64 flow = *arrow;
    m_arrows.erase(arrow);
    return flow;
}

} // namespace loopscope
