// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <coroutine>
#include <type_traits>
#include <utility>

/// All that this project knows of QCoro's insides (0.8 and up): the promise type of a task, the awaiter that
/// co_await would make, the handle inside a task's awaiter, how a frame is given up.
namespace loopscope::qcoro {

template<class T>
using PromiseOf = QCoro::detail::TaskPromise<T>;

template<class T>
inline constexpr bool isTask = QCoro::detail::isTask_v<std::remove_cvref_t<T>>;

/// The awaiter of `awaitable`, found as the language does for `co_await awaitable`.
template<class Awaitable>
decltype(auto) awaiterOf(Awaitable &&awaitable)
{
    if constexpr (requires { static_cast<Awaitable &&>(awaitable).operator co_await(); })
        return static_cast<Awaitable &&>(awaitable).operator co_await();
    else if constexpr (requires { operator co_await(static_cast<Awaitable &&>(awaitable)); })
        return operator co_await(static_cast<Awaitable &&>(awaitable));
    else
        return static_cast<Awaitable &&>(awaitable);
}

/// Reaches TaskAwaiterBase's protected handle by a derived class's member pointer, which is well formed.
template<class Promise>
struct AwaitedHandle : QCoro::detail::TaskAwaiterBase<Promise>
{
    static std::coroutine_handle<Promise> of(const QCoro::detail::TaskAwaiterBase<Promise> &awaiter)
    {
        return awaiter.*(&AwaitedHandle::mAwaitedCoroutine);
    }
};

/// The coroutine behind `task`; null for an empty one.
template<class T>
std::coroutine_handle<PromiseOf<T>> handleOf(const QCoro::Task<T> &task)
{
    return AwaitedHandle<PromiseOf<T>>::of(task.operator co_await());
}

/// The result of a finished task, moved out; throws what its coroutine threw.
template<class T>
T takeResult(QCoro::Task<T> &task)
{
    auto &&awaiter = awaiterOf(task);
    return awaiter.await_resume();
}

/// From here on the task alone owns its frame: `~Task` destroys it, whether it has run, waits, or never began.
/// (QCoro lets a frame outlive its task until it has finished; a frame of ours is part of the one that awaits it.)
template<class P>
void giveFrameToTask(P &promise, std::coroutine_handle<> frame) noexcept
{
    // Final suspension is where QCoro drops the frame's own share; nobody awaits yet, so it does nothing else.
    promise.final_suspend().await_suspend(std::coroutine_handle<P>::from_address(frame.address()));
}

/// Makes `task` forget its frame without destroying it.
template<class T>
void forgetFrame(QCoro::Task<T> &task) noexcept
{
    alignas(QCoro::Task<T>) unsigned char grave[sizeof(QCoro::Task<T>)];
    new (grave) QCoro::Task<T>(std::move(task)); // never destroyed, and holds nothing but the handle
}

} // namespace loopscope::qcoro
