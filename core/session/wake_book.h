// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QHash>

#include <optional>
#include <vector>

namespace loopscope {

/// Works out the arrows of a recording: from what made a task ready to the step that followed.
///
/// In the file an arrow is a flow: a number that one slice sends off and another one receives. It has to be
/// sent before anybody knows who will be woken, or even that anybody will. So what wakes tasks by its nature
/// (a task's end, a timer, a finished job or request) always sends its own number, for the first task it
/// wakes; all other arrows leave with the end of the step that did it, under the number of the Ready event.
///
/// A task that makes itself ready, because it only gave way, has no arrow.
///
/// What we do not do: remember for ever. A cause further back than `memory` events has no arrow in the file;
/// the event itself still names it.
class WakeBook
{
public:
    /// Whether events of this kind send their own number off.
    [[nodiscard]] static bool announces(EventKind kind);

    /// The event as a possible cause of later ones.
    void note(const Event &event);

    /// Where the arrow to a task that became ready starts.
    struct Source
    {
        TaskId task; ///< the running step of this task; 0 for what the loop itself is doing
        quint64 flow = 0;
    };

    /// The task is ready. Empty when there is no cause known, or its number is already on its way; else the
    /// number has to be sent from `Source`: if it is, say so by `isSent`.
    [[nodiscard]] std::optional<Source> ready(const Event &event);
    void isSent(const Event &ready) { m_arrows.insert(ready.task, ready.id.value); }

    /// The task's step begins: the number that it receives, if there is one.
    [[nodiscard]] std::optional<quint64> resumed(TaskId task);

private:
    static constexpr quint32 memory = 1 << 16;

    struct Cause
    {
        EventId id;
        TaskId task;
        EventKind kind = EventKind::RunBegin;
        bool isOnItsWay = false;
    };

    std::vector<Cause> m_causes = std::vector<Cause>(memory);
    QHash<TaskId, quint64> m_arrows; ///< to tasks that are ready
};

} // namespace loopscope
