// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/child_awaiter.h"

#include <cstring>
#include <memory>
#include <stdexcept>

namespace loopscope {

/// An awaitable of ours, which parks the frame it is awaited in at its host. `using HostAwaitable = void;` marks it;
/// its operator co_await gives an awaiter, whose await_suspend gets a handle of Promise, and parks `node()` of it.
template<class A>
concept HostAwaitable = requires { typename std::remove_cvref_t<A>::HostAwaitable; };

/// Whether a coroutine's code stands in one of QCoro's own headers. Its file names are literals: the answer for the
/// last one that was not is kept by its address.
inline bool isInsideQCoro(const char *file) noexcept
{
    static constinit thread_local const char *outside = nullptr;
    if (file == outside)
        return false;
    if (std::strstr(file, "/qcoro/"))
        return true;
    outside = file;
    return false;
}

/// The part of Promise that does not depend on the result type.
///
/// The promise of every QCoro::Task coroutine compiled with this header: QCoro's own promise, with a FrameNode
/// behind it. A coroutine called while a FrameHost runs is *lazy*: it starts suspended and becomes part of the
/// host's chain when it is awaited. A coroutine called at any other time, and every coroutine of QCoro's own
/// headers, runs as QCoro means it: at once, resumed by Qt, its awaiters seeing a handle of QCoro's promise type.
///
/// That handle is this frame's address under another type. The promise begins at the same distance from the
/// frame's start as long as both promises have the same alignment and `m_inner` comes first, which is asserted.
/// What we do not do: derive from QCoro's promise, which is final in 0.8.
template<class T>
class PromiseBase
{
public:
    using Inner = qcoro::PromiseOf<T>;

    PromiseBase() = default;
    PromiseBase(const PromiseBase &) = delete;
    PromiseBase &operator=(const PromiseBase &) = delete;
    ~PromiseBase()
    {
        if (m_node.lazy && !m_node.started && FrameHost::current()) [[unlikely]]
            FrameHost::current()->neverAwaited(m_node);
    }

    static void *operator new(std::size_t size) { return FrameHeap::allocate(size); }
    static void operator delete(void *frame, std::size_t size) noexcept { FrameHeap::free(frame, size); }

    [[nodiscard]] FrameNode &node() noexcept { return m_node; }
    void unhandled_exception() { m_inner.unhandled_exception(); }

    struct Initial
    {
        bool await_ready() const noexcept { return false; }
        template<class P>
        bool await_suspend(std::coroutine_handle<P> frame) const noexcept
        {
            if (!frame.promise().m_node.lazy)
                return false;
            qcoro::giveFrameToTask(frame.promise().m_inner, frame);
            return true;
        }
        void await_resume() const noexcept {}
    };
    Initial initial_suspend() noexcept { return {}; }

    struct Final
    {
        bool await_ready() const noexcept { return false; }
        template<class P>
        void await_suspend(std::coroutine_handle<P> frame) const noexcept
        {
            FrameNode &node = frame.promise().m_node;
            if (!node.lazy) // may destroy the frame: nothing of it is touched afterwards
                qcoro::giveFrameToTask(frame.promise().m_inner, frame);
            else if (node.nested)
                return;
            else if (node.awaitedBy)
                FrameHost::current()->setNext(node.awaitedBy->caller());
            else
                FrameHost::current()->rootFinished();
        }
        void await_resume() const noexcept {}
    };
    Final final_suspend() noexcept { return {}; }

    template<HostAwaitable A>
    auto await_transform(A &&awaitable)
    {
        if (!m_node.lazy)
            throw std::logic_error("this can be awaited inside a task only");
        return std::forward<A>(awaitable).operator co_await();
    }

    template<class U>
        requires(!HostAwaitable<U> && !qcoro::isTask<U>)
    auto await_transform(U &&value)
        requires requires(Inner &inner) { inner.await_transform(std::forward<U>(value)); }
    {
        using Awaitable = decltype(m_inner.await_transform(std::forward<U>(value)));
        return EitherAwaiter<Awaitable>(
            [this, &value]() -> Awaitable { return m_inner.await_transform(std::forward<U>(value)); },
            sourceOf(value), m_node);
    }

    template<class U>
    auto await_transform(QCoro::Task<U> &&task)
    {
        return TaskAwaiter<QCoro::Task<U>, U>(std::move(task), m_node);
    }
    template<class U>
    auto await_transform(QCoro::Task<U> &task)
    {
        return TaskAwaiter<QCoro::Task<U> &, U>(task, m_node);
    }

protected:
    auto makeReturnObject(std::coroutine_handle<> frame, Location location)
    {
        static_assert(alignof(PromiseBase) == alignof(Inner), "the frame of a handle<Inner> would differ");
        m_node.distance = quint16(reinterpret_cast<char *>(&m_node) - static_cast<char *>(frame.address()));
        m_node.location = location;
        m_node.lazy = FrameHost::current() && !isInsideQCoro(location.file_name());
        return m_inner.get_return_object();
    }

    Inner m_inner;
    FrameNode m_node;

private:
    template<class U>
    static QObject *sourceOf(U &value)
    {
        if constexpr (std::is_convertible_v<U, QObject *>)
            return value;
        else if constexpr (std::is_convertible_v<U *, QObject *>)
            return std::addressof(value);
        else
            return nullptr;
    }

    /// A native awaitable, awaited through the host in a lazy frame and as QCoro means it in any other.
    template<class Awaitable>
    class EitherAwaiter
    {
    public:
        template<class Make>
        EitherAwaiter(Make &&make, QObject *source, FrameNode &frame) : m_frame(frame)
        {
            if (frame.lazy)
                m_hosted.emplace(std::forward<Make>(make), source, frame);
            else
                m_plain.emplace(std::forward<Make>(make));
        }
        bool await_ready() { return m_hosted ? m_hosted->await_ready() : m_plain->awaiter.await_ready(); }
        bool await_suspend(std::coroutine_handle<> frame)
        {
            if (m_hosted) {
                m_hosted->await_suspend(frame);
                return true;
            }
            const auto inner = std::coroutine_handle<Inner>::from_address(frame.address());
            using Suspended = decltype(m_plain->awaiter.await_suspend(inner));
            if constexpr (std::is_same_v<Suspended, bool>) {
                return m_plain->awaiter.await_suspend(inner);
            } else if constexpr (std::is_void_v<Suspended>) {
                m_plain->awaiter.await_suspend(inner);
                return true;
            } else {
                m_plain->awaiter.await_suspend(inner).resume();
                return true;
            }
        }
        decltype(auto) await_resume()
        {
            if (m_hosted)
                return m_hosted->await_resume();
            return m_plain->awaiter.await_resume();
        }

    private:
        struct Plain
        {
            template<class Make>
            explicit Plain(Make &&make) : held(make()), awaiter(qcoro::awaiterOf(static_cast<Awaitable &&>(held)))
            {
            }
            Awaitable held;
            decltype(qcoro::awaiterOf(std::declval<Awaitable>())) awaiter;
        };
        FrameNode &m_frame;
        std::optional<NativeAwaiter<Awaitable>> m_hosted;
        std::optional<Plain> m_plain;
    };

    /// `co_await task`, by the host in a lazy frame and as QCoro means it in any other.
    template<class Held, class U>
    class TaskAwaiter
    {
    public:
        TaskAwaiter(Held &&task, FrameNode &frame) : m_child(static_cast<Held &&>(task), frame)
        {
            if (!frame.lazy)
                startDetached(m_child.task());
        }
        bool await_ready() const { return m_child.await_ready(); }
        bool await_suspend(std::coroutine_handle<> frame)
        {
            if (m_child.caller().lazy)
                return m_child.await_suspend(frame);
            auto &&awaiter = qcoro::awaiterOf(m_child.task());
            awaiter.await_suspend(std::coroutine_handle<Inner>::from_address(frame.address()));
            return true;
        }
        U await_resume()
        {
            return m_child.caller().lazy ? m_child.await_resume() : qcoro::takeResult(m_child.task());
        }

    private:
        ChildAwaiter<Held, U> m_child;
    };
};

template<class T>
class Promise final : public PromiseBase<T>
{
public:
    auto get_return_object(Location location = Location::current())
    {
        return this->makeReturnObject(std::coroutine_handle<Promise>::from_promise(*this), location);
    }
    template<class U = T>
        requires requires(qcoro::PromiseOf<T> &inner, U &&value) { inner.return_value(std::forward<U>(value)); }
    void return_value(U &&value)
    {
        this->m_inner.return_value(std::forward<U>(value));
    }
};

template<>
class Promise<void> final : public PromiseBase<void>
{
public:
    auto get_return_object(Location location = Location::current())
    {
        return makeReturnObject(std::coroutine_handle<Promise>::from_promise(*this), location);
    }
    void return_void() { m_inner.return_void(); }
};

} // namespace loopscope

/// Every QCoro::Task coroutine that is compiled after this line has our promise.
template<class T, class... Arguments>
struct std::coroutine_traits<QCoro::Task<T>, Arguments...>
{
    using promise_type = loopscope::Promise<T>;
};
