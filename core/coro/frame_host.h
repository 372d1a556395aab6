// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/location.h"

#include <coroutine>
#include <exception>
#include <utility>

namespace loopscope {

class NativeOp;

/// The awaiter through which one frame waits for another of the same task.
class ChildAwaiterBase
{
public:
    /// Makes the awaiting frame let go of the child's QCoro::Task without touching the child, which the caller
    /// is about to destroy.
    virtual void forgetChild() noexcept = 0;

protected:
    ~ChildAwaiterBase() = default;
};

/// What our promise knows about its frame, beside what QCoro's promise knows.
struct FrameNode
{
    std::coroutine_handle<> self;
    FrameNode *caller = nullptr;           ///< the frame whose co_await waits for this one; null for a root
    ChildAwaiterBase *awaitedBy = nullptr; ///< the caller's awaiter
    Location location;
    bool lazy = false;    ///< made while a task was running: it belongs to tasks, not to Qt
    bool started = false;
};

/// Runs a chain of frames that await each other, as one task.
///
/// Deep chains would overflow the stack if a frame resumed another from inside its own suspension (symmetric
/// transfer does too, where the compiler does not make it a tail call), so none does: a frame that awaits a child,
/// and a child that ends, only name who is next and return, and `runFrames` resumes it.
class FrameHost
{
public:
    FrameHost() = default;
    FrameHost(const FrameHost &) = delete;
    FrameHost &operator=(const FrameHost &) = delete;

    /// The host whose frames run on this thread now; null outside a step. A coroutine called while there is one
    /// starts suspended, to be run by whoever awaits it.
    [[nodiscard]] static FrameHost *current() noexcept { return s_current; }

    /// Makes `host` current and returns the one before.
    static FrameHost *exchangeCurrent(FrameHost *host) noexcept { return std::exchange(s_current, host); }

    /// `frame` runs when the running one has returned to `runFrames`.
    void setNext(FrameNode &frame) noexcept { m_next = &frame; }
    /// The running frame suspends and the host waits.
    void park(FrameNode &leaf) noexcept { m_leaf = &leaf; }
    /// The frame the host is parked at; null while it runs or before it began.
    [[nodiscard]] const FrameNode *leaf() const noexcept { return m_leaf; }
    void rootFinished() noexcept { m_rootFinished = true; }

    /// Throws what the step that resumes a frame brought along (a CancelledError), if anything.
    void throwInjected()
    {
        if (m_injected) [[unlikely]]
            std::rethrow_exception(std::exchange(m_injected, nullptr));
    }

    /// A coroutine that was called in a step is thrown away in one, and nobody has awaited it.
    virtual void neverAwaited(const FrameNode &) {}

    /// The frame that parks next waits for `op`, whose firing makes a step ready and never resumes it directly.
    virtual void waitForNative(NativeOp &op) = 0;

protected:
    virtual ~FrameHost() = default;

    /// Resumes the next frame (the parked one, if none is named) and whoever follows, until one parks or the root
    /// has finished; returns whether it has. `injected` is thrown at the first frame's suspension point.
    bool runFrames(std::exception_ptr injected);
    /// Destroys a parked chain, innermost frame first, without recursion. Whoever owns the root's QCoro::Task
    /// must have forgotten it.
    void destroyFrames() noexcept;

private:
    FrameNode *m_next = nullptr;
    FrameNode *m_leaf = nullptr;
    std::exception_ptr m_injected;
    bool m_rootFinished = false;

    static inline constinit thread_local FrameHost *s_current = nullptr;
};

} // namespace loopscope
