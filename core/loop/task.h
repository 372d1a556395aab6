// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/describe.h"
#include "core/loop/future.h"

#include <concepts>

namespace loopscope {

/// A task's state: a future, its steps, and the coroutine they run.
template<class T>
class TaskFutureState final : public FutureState<T>, public TaskBase
{
public:
    TaskFutureState(Loop &loop, QCoro::Task<T> coroutine, const TaskOptions &options)
        : FutureState<T>(loop), TaskBase(loop), m_coroutine(std::move(coroutine))
    {
        begin(options, root()->location);
    }

    FutureBase &future() override { return *this; }
    const FutureBase &future() const override { return *this; }
    TaskBase *asTask() override { return this; }
    const TaskBase *asTask() const override { return this; }
    QString name() const override { return taskName(); }
    quint32 creation() const override { return taskCreation(); }
    bool markSeen(quint32 collector) override { return markTaskSeen(collector); }
    bool cancel(const QString &message) override { return cancelTask(message); }

private:
    ~TaskFutureState() override = default;

    FrameNode *root() override { return nodeOf(m_coroutine); }
    void finishRoot() override
    {
        std::exception_ptr error;
        try {
            if constexpr (std::is_void_v<T>)
                qcoro::takeResult(m_coroutine);
            else
                this->value().emplace(qcoro::takeResult(m_coroutine));
        } catch (...) {
            error = std::current_exception();
        }
        dropRoot();
        conclude(std::move(error));
    }
    void dropRoot() override { m_coroutine = QCoro::Task<T>(); }
    void forgetRoot() override { qcoro::forgetFrame(m_coroutine); }
    QByteArray resultPayload() const override
    {
        if constexpr (std::is_void_v<T>)
            return R"({"outcome":"result","value":null})";
        else
            return R"({"outcome":"result","value":)" + resultText(*this->value()) + '}';
    }
    void publishResult() override { this->finish(nullptr); }
    void publishError(std::exception_ptr error) override { this->finish(std::move(error)); }
    void publishCancelled(std::exception_ptr error, const QString &message) override
    {
        this->cancelWith(std::move(error), message);
    }

    QCoro::Task<T> m_coroutine;
};

/// A handle of a task (asyncio.Task). The loop keeps the task going whether or not there are handles.
template<class T = void>
class Task : public Future<T>
{
public:
    Task() = default;
    Task(Ref<TaskFutureState<T>> state) : Future<T>(Ref<FutureState<T>>(std::move(state))) {} // NOLINT: a handle

    int uncancel() const { return base().uncancel(); }
    [[nodiscard]] int cancelling() const { return base().cancelling(); }
    [[nodiscard]] TaskId id() const { return base().id(); }

private:
    [[nodiscard]] TaskBase &base() const { return *this->state()->asTask(); }
};

/// Awaits a task that runs by itself, on behalf of a task of ours.
template<class T>
QCoro::Task<T> adopt(QCoro::Task<T> running)
{
    co_return co_await running;
}

/// While it lives, coroutines that are called start suspended, as inside a task.
class LazyScope
{
public:
    LazyScope();
    ~LazyScope();
    LazyScope(const LazyScope &) = delete;
    LazyScope &operator=(const LazyScope &) = delete;

private:
    FrameHost *m_before;
};

/// Makes a task of a coroutine (loop.create_task): its first step runs in the next pass.
template<class T>
Task<T> createTask(Loop &loop, const TaskOptions &options, QCoro::Task<T> &&coroutine)
{
    if (isUnstarted(coroutine))
        return makeRef<TaskFutureState<T>>(loop, std::move(coroutine), options);
    const LazyScope lazy;
    return makeRef<TaskFutureState<T>>(loop, adopt(std::move(coroutine)), options);
}

/// The same for a coroutine function and its arguments, which are copied or moved into its frame. This form works
/// outside a task as well, where calling the function would start it at once.
template<class Function, class... Arguments>
    requires qcoro::isTask<std::invoke_result_t<Function, Arguments...>>
auto createTask(Loop &loop, const TaskOptions &options, Function function, Arguments... arguments)
{
    static_assert(!std::is_class_v<Function> || std::is_empty_v<Function> || std::is_copy_constructible_v<Function>);
    const LazyScope lazy;
    return createTask(loop, options, std::invoke(function, std::move(arguments)...));
}

/// asyncio.create_task, inside a pass.
template<class Function, class... Arguments>
    requires qcoro::isTask<std::invoke_result_t<Function, Arguments...>>
auto createTask(Function function, Arguments... arguments)
{
    return createTask(*Loop::running(), {}, std::move(function), std::move(arguments)...);
}
template<class T>
Task<T> createTask(QCoro::Task<T> &&coroutine)
{
    return createTask(*Loop::running(), {}, std::move(coroutine));
}

/// asyncio.ensure_future: a future is itself, a coroutine becomes a task.
template<class T>
Future<T> ensureFuture(Loop &loop, QCoro::Task<T> &&coroutine)
{
    return createTask(loop, {}, std::move(coroutine));
}
template<class T>
Future<T> ensureFuture(Loop &, const Future<T> &future)
{
    return future;
}

} // namespace loopscope
