// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

namespace loopscope {

/// Tasks that end together (CPython 3.11: asyncio.TaskGroup). `withTaskGroup` below is the ordinary way to use it.
///
/// When a child fails, the others and the parent are cancelled. Leaving the block waits for all children, and then
/// throws what went wrong: an ExceptionGroup of the children's errors (and the body's, last), or the cancellation that
/// came from outside.
class TaskGroup
{
public:
    TaskGroup(); ///< inside a task, its parent
    ~TaskGroup();
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    /// TaskGroup.create_task. RuntimeError once the group is shutting down or finished; the coroutine then never runs.
    template<class T>
    Task<T> createTask(QCoro::Task<T> &&coroutine, const TaskOptions &options = {})
    {
        requireOpen();
        const Task<T> task = loopscope::createTask(m_loop, options, std::move(coroutine));
        adopt(task.state());
        return task;
    }

    /// TaskGroup.__aexit__: `bodyError` is what left the block, or null.
    QCoro::Task<> exit(std::exception_ptr bodyError);

private:
    class Link;

    void requireOpen() const;
    void adopt(const Ref<FutureBase> &task);
    void childDone(FutureBase &task);
    void abort();
    [[noreturn]] void throwErrors();

    Loop &m_loop;
    TaskBase &m_parent;
    Ref<FutureBase> m_parentAlive;
    Ref<Link> m_link;
    std::vector<Ref<FutureBase>> m_tasks;
    std::vector<std::exception_ptr> m_errors;
    Ref<FutureState<void>> m_allDone;
    bool m_exiting = false;
    bool m_aborting = false;
    bool m_parentCancelRequested = false;
};

/// `async with asyncio.TaskGroup() as group: await body(group)`.
template<class Body>
    requires std::is_invocable_r_v<QCoro::Task<>, Body, TaskGroup &>
QCoro::Task<> withTaskGroup(Body body)
{
    TaskGroup group;
    std::exception_ptr error;
    try {
        co_await body(group);
    } catch (...) {
        error = std::current_exception();
    }
    co_await group.exit(error);
}

} // namespace loopscope
