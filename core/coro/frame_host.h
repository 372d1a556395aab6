// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/location.h"

#include <QtGlobal>

#include <coroutine>
#include <exception>
#include <utility>

namespace loopscope {

class NativeOp;
struct FrameNode;

/// The awaiter through which one frame waits for another of the same task.
class ChildAwaiterBase
{
public:
    explicit ChildAwaiterBase(FrameNode &caller) : m_caller(caller) {}
    /// The frame that waits.
    [[nodiscard]] FrameNode &caller() const noexcept { return m_caller; }
    /// Makes the awaiting frame let go of the child's QCoro::Task without touching the child, which the caller
    /// is about to destroy.
    virtual void forgetChild() noexcept = 0;

protected:
    ~ChildAwaiterBase() = default;

private:
    FrameNode &m_caller;
};

/// What our promise knows about its frame, beside what QCoro's promise knows.
struct FrameNode
{
    ChildAwaiterBase *awaitedBy = nullptr; ///< the awaiter in the caller's frame; null: this is a root
    Location location;
    quint16 distance = 0;  ///< bytes from the frame's start to here
    bool lazy = false;     ///< made while a task was running: it belongs to tasks, not to Qt
    bool started = false;
    bool nested = false;   ///< its caller resumed it, and looks itself whether it has finished

    [[nodiscard]] std::coroutine_handle<> self() noexcept
    {
        return std::coroutine_handle<>::from_address(reinterpret_cast<char *>(this) - distance);
    }
};

/// Runs a chain of frames that await each other, as one task.
///
/// Deep chains would overflow the stack if every frame resumed the next from inside its own suspension (symmetric
/// transfer does too, where the compiler does not make it a tail call). So a frame that awaits a child, and a child
/// that ends, name who is next and return, and `runFrames` resumes it. Only the first few levels of a chain are run
/// from inside, because most children never suspend: then their callers do not either.
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

    /// Runs `child` from inside its caller's suspension, unless too many are being run like this; returns whether it
    /// did.
    bool runNested(FrameNode &child) noexcept
    {
        if (s_step->depth == maxDepth)
            return false;
        ++s_step->depth;
        child.nested = true;
        child.self().resume();
        child.nested = false;
        --s_step->depth;
        return true;
    }
    /// `frame` runs when the running one has returned to `runFrames`.
    void setNext(FrameNode &frame) noexcept { s_step->next = &frame; }
    /// The running frame suspends and the host waits.
    void park(FrameNode &leaf) noexcept { m_leaf = &leaf; }
    /// The frame the host is parked at; null while it runs or before it began.
    [[nodiscard]] const FrameNode *leaf() const noexcept { return m_leaf; }
    void rootFinished() noexcept { s_step->rootFinished = true; }

    /// Throws what the step that resumes a frame brought along (a CancelledError), if anything.
    void throwInjected()
    {
        if (s_step->injected) [[unlikely]]
            std::rethrow_exception(std::exchange(s_step->injected, nullptr));
    }

    /// A coroutine that was called in a step is thrown away in one, and nobody has awaited it.
    virtual void neverAwaited(const FrameNode &) {}

    /// The frame that parks next waits for `op`, whose firing makes a step ready and never resumes it directly.
    virtual void waitForNative(NativeOp &op) = 0;

protected:
    virtual ~FrameHost() = default;

    /// Resumes `first` (the parked frame, if it is null) and whoever follows, until one parks or the root has
    /// finished; returns whether it has. `injected` is thrown at the first frame's suspension point.
    bool runFrames(FrameNode *first, std::exception_ptr injected);
    /// Destroys a parked chain, innermost frame first, without recursion. Whoever owns the root's QCoro::Task
    /// must have forgotten it.
    void destroyFrames() noexcept;

private:
    /// What only the running step needs, kept out of the many hosts that wait.
    struct Step
    {
        FrameNode *next = nullptr;
        std::exception_ptr injected;
        int depth = 0;
        bool rootFinished = false;
    };
    static constexpr int maxDepth = 32;

    FrameNode *m_leaf = nullptr;

    static inline constinit thread_local FrameHost *s_current = nullptr;
    static inline constinit thread_local Step *s_step = nullptr;
};

} // namespace loopscope
