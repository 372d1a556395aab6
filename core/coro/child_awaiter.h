// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/frame_heap.h"
#include "core/coro/native_awaiter.h"

#include <memory>

namespace loopscope {

template<class T>
class Promise;

/// The node of the frame behind `task`, or null where that frame is not ours or there is none.
template<class T>
FrameNode *nodeOf(const QCoro::Task<T> &task)
{
    const auto handle = qcoro::handleOf(task);
    if (!handle || !FrameHeap::owns(handle.address()))
        return nullptr;
    return &std::coroutine_handle<Promise<T>>::from_address(handle.address()).promise().node();
}

/// Whether `task` is a coroutine that waits to be run by whoever awaits it.
template<class T>
bool isUnstarted(const QCoro::Task<T> &task)
{
    const FrameNode *const node = nodeOf(task);
    return node && node->lazy && !node->started;
}

/// `co_await task` in a frame that belongs to a FrameHost. `Held` is QCoro::Task<T> or a reference to one.
///
/// A child that has not begun becomes part of the host's chain: it runs next, inside this step, and its end makes
/// this frame run next, with no pass in between, as `await coroutine()` does in asyncio. Any other task runs by
/// itself (it was started outside of a task, or by a library): it is waited for as something native.
template<class Held, class T>
class ChildAwaiter final : private ChildAwaiterBase
{
public:
    ChildAwaiter(Held &&task, FrameNode &caller)
        : ChildAwaiterBase(caller), m_task(static_cast<Held &&>(task))
    {
    }
    ChildAwaiter(const ChildAwaiter &) = delete;
    ChildAwaiter &operator=(const ChildAwaiter &) = delete;

    using ChildAwaiterBase::caller;
    [[nodiscard]] QCoro::Task<T> &task() noexcept { return m_task; }
    bool await_ready() const { return m_task.isReady(); }

    /// False: the child has finished meanwhile, and the caller goes on.
    bool await_suspend(std::coroutine_handle<>)
    {
        FrameNode *const child = nodeOf(m_task);
        if (!child || !child->lazy || child->started) {
            m_wait.reset(new NativeWait<QCoro::Task<T> &>([this]() -> QCoro::Task<T> & { return m_task; }, nullptr));
            m_wait->suspend(caller());
            return true;
        }
        child->started = true;
        child->awaitedBy = this;
        FrameHost *const host = FrameHost::current();
        if (host->runNested(*child))
            return !m_task.isReady();
        host->setNext(*child);
        return true;
    }

    T await_resume()
    {
        FrameHost::current()->throwInjected();
        return qcoro::takeResult(m_task);
    }

private:
    void forgetChild() noexcept override { qcoro::forgetFrame(m_task); }

    Held m_task;
    std::unique_ptr<NativeWait<QCoro::Task<T> &>> m_wait;
};

/// Sets a lazy coroutine going that is awaited by a frame that Qt resumes, not a host: from here on it is Qt's.
template<class T>
void startDetached(const QCoro::Task<T> &task)
{
    if (!isUnstarted(task))
        return;
    FrameNode *const child = nodeOf(task);
    child->started = true;
    child->lazy = false;
    child->self().resume();
}

} // namespace loopscope
