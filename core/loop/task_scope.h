// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

namespace loopscope {

/// Tasks that live no longer than the object that has this as a member: a widget, a model, a service. (asyncio has no
/// counterpart; in Python the task would keep the object alive.)
///
/// When it is destroyed, every task that is not done is cancelled *at once*: its frames are destroyed, innermost first,
/// while the owner's members before this one are still there, and not a line of its code runs afterwards. Whoever
/// awaits such a task gets CancelledError one pass later, as from any cancelled task. A task that destroys its own
/// owner goes on to its next suspension and is cancelled there.
///
/// Let it be the last member, so that it goes first. Lives on its loop's thread, and not longer than the loop.
class TaskScope
{
public:
    explicit TaskScope(Loop &loop) : m_loop(loop) {}
    ~TaskScope() { cancelAtOnce(); }
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

    /// As loopscope::createTask; the arguments are copied or moved into the coroutine's frame.
    template<class Function, class... Arguments>
        requires qcoro::isTask<std::invoke_result_t<Function, Arguments...>>
    auto createTask(Function function, Arguments... arguments)
    {
        const auto task = loopscope::createTask(m_loop, {}, std::move(function), std::move(arguments)...);
        add(task);
        return task;
    }
    /// Takes a task in that was made elsewhere.
    void add(const AnyFuture &task);

    /// What the destructor does, earlier.
    void cancelAtOnce();
    /// How many of its tasks are not done.
    [[nodiscard]] qsizetype unfinished() const;

private:
    Loop &m_loop;
    std::vector<Ref<FutureBase>> m_tasks; ///< some may be done
    size_t m_nextTidying = 16;
};

} // namespace loopscope
