// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/frame_host.h"
#include "core/coro/native_op.h"
#include "core/coro/qcoro_access.h"

namespace loopscope {

/// Waits for a native awaitable on behalf of a host. `Awaitable` is what QCoro's await_transform yields: a value
/// or an rvalue (kept on the heap), or an lvalue reference (to something that outlives the wait).
template<class Awaitable>
class NativeWait
{
    using Held = std::conditional_t<std::is_rvalue_reference_v<Awaitable>, std::remove_cvref_t<Awaitable>,
                                    Awaitable>;
    using Awaiter = decltype(qcoro::awaiterOf(std::declval<Held>()));

    struct Op final : NativeOp
    {
        template<class Make>
        explicit Op(Make &&make) : held(make()), awaiter(qcoro::awaiterOf(static_cast<Held &&>(held)))
        {
        }
        Held held;
        Awaiter awaiter;
    };

public:
    /// `make()` yields the awaitable; it is called once, here, so that nothing is moved that need not be.
    /// `source`: the object waited for, where there is one.
    template<class Make>
    NativeWait(Make &&make, QObject *source) : m_op(new Op(std::forward<Make>(make))), m_source(source)
    {
    }
    NativeWait(const NativeWait &) = delete;
    NativeWait &operator=(const NativeWait &) = delete;
    ~NativeWait()
    {
        if (m_waiting && !m_op->fired())
            m_op->abandon(m_source);
        else
            delete m_op;
    }

    [[nodiscard]] bool ready() { return m_op->awaiter.await_ready(); }

    /// Parks `frame`, the running one, until the awaitable resumes us.
    void suspend(FrameNode &frame)
    {
        FrameHost *const host = FrameHost::current();
        host->waitForNative(*m_op); // before the awaiter hears of us: it may fire from another thread at once
        host->park(frame);
        m_waiting = true;
        const std::coroutine_handle<> relay = m_op->relay();
        using Suspended = decltype(m_op->awaiter.await_suspend(relay));
        if constexpr (std::is_void_v<Suspended>) {
            m_op->awaiter.await_suspend(relay);
        } else if constexpr (std::is_same_v<Suspended, bool>) {
            if (m_op->awaiter.await_suspend(relay))
                return;
            m_waiting = false;
            m_op->dismiss();
            host->setNext(frame); // ready after all: no suspension
        } else {
            m_op->awaiter.await_suspend(relay).resume();
        }
    }

    decltype(auto) result() { return m_op->awaiter.await_resume(); }

private:
    Op *m_op;
    QObject *m_source;
    bool m_waiting = false;
};

/// `co_await native` in a frame that belongs to a FrameHost.
template<class Awaitable>
class NativeAwaiter
{
public:
    template<class Make>
    NativeAwaiter(Make &&make, QObject *source, FrameNode &frame)
        : m_wait(std::forward<Make>(make), source), m_frame(frame)
    {
    }

    bool await_ready() { return m_wait.ready(); }
    void await_suspend(std::coroutine_handle<>) { m_wait.suspend(m_frame); }
    decltype(auto) await_resume()
    {
        FrameHost::current()->throwInjected();
        return m_wait.result();
    }

private:
    NativeWait<Awaitable> m_wait;
    FrameNode &m_frame;
};

} // namespace loopscope
