// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/promise.h"
#include "core/loop/task_base.h"

#include <optional>
#include <variant>

namespace loopscope {

/// What std::optional<std::monostate> would be, in no bytes.
struct NoValue
{
    void emplace(std::monostate) {}
    const std::monostate &operator*() const
    {
        static constexpr std::monostate value;
        return value;
    }
};

/// void as a value: what a container of results holds for tasks without one.
template<class T>
using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

/// Room for a result. None is needed for void.
template<class T>
using FutureValue = std::conditional_t<std::is_void_v<T>, NoValue, std::optional<Stored<T>>>;

/// A future's state, shared by its handles, its callbacks and whoever sets it.
template<class T>
class FutureState : public FutureBase
{
public:
    using FutureBase::FutureBase;
    FutureState(Loop &loop, const QString &name) : FutureBase(loop)
    {
        setCreation(loop.nextCreation());
        setGivenName(name);
    }

    /// Future.set_result.
    void setResult(Stored<T> value)
    {
        requireSettable("set_result");
        fulfil(std::move(value));
    }
    void setResult()
        requires std::is_void_v<T>
    {
        setResult(std::monostate());
    }
    /// futures._set_result_unless_cancelled.
    void setResultUnlessDone(Stored<T> value = {})
    {
        if (!done())
            fulfil(std::move(value));
    }
    /// Future.result: throws the error, CancelledError, or InvalidStateError while it is pending.
    const Stored<T> &result()
    {
        requireResult();
        return *m_value;
    }
    /// As result(), for the one waiter of a type that cannot be copied.
    Stored<T> takeResult()
    {
        requireResult();
        if constexpr (std::is_copy_constructible_v<Stored<T>>)
            return *m_value;
        else
            return std::move(*m_value);
    }

protected:
    void fulfil(Stored<T> value)
    {
        m_value.emplace(std::move(value));
        finish(nullptr);
    }
    [[nodiscard]] FutureValue<T> &value() { return m_value; }
    [[nodiscard]] const FutureValue<T> &value() const { return m_value; }

private:
    [[no_unique_address]] FutureValue<T> m_value;
};

/// Waits for a future: not at all if it is done, else until its wake-up, one pass after it was set
/// (Future.__await__).
template<class T>
class FutureAwaiter
{
public:
    using HostAwaitable = void;

    explicit FutureAwaiter(Ref<FutureState<T>> future) : m_future(std::move(future)) {}

    bool await_ready() const
    {
        m_future->requireAwaitable();
        return m_future->done();
    }
    template<class P>
    void await_suspend(std::coroutine_handle<P> frame)
    {
        TaskBase::current().awaitFuture(m_future, frame.promise().node());
    }
    T await_resume()
    {
        TaskBase::current().throwInjected();
        if constexpr (std::is_void_v<T>)
            (void)m_future->result();
        else
            return m_future->takeResult();
    }

private:
    Ref<FutureState<T>> m_future;
};

/// A handle of a future or task of any type; several may share one state.
class AnyFuture
{
public:
    AnyFuture() = default;
    AnyFuture(Ref<FutureBase> state) : m_state(std::move(state)) {} // NOLINT: a handle is its state

    [[nodiscard]] bool done() const { return m_state->done(); }
    [[nodiscard]] bool cancelled() const { return m_state->cancelled(); }
    bool cancel(const QString &message = {}) const { return m_state->cancel(message); }
    [[nodiscard]] std::exception_ptr exception() const { return m_state->exception(); }
    void setException(std::exception_ptr error) const { m_state->setException(std::move(error)); }
    void addDoneCallback(std::function<void()> callback) const { m_state->addDoneCallback(std::move(callback)); }
    [[nodiscard]] QString name() const { return m_state->name(); }

    [[nodiscard]] const Ref<FutureBase> &state() const { return m_state; }
    explicit operator bool() const { return bool(m_state); }
    bool operator==(const AnyFuture &) const = default;

private:
    Ref<FutureBase> m_state;
};

/// A handle of a future with results of type T (asyncio.Future). `co_await` it in a task.
template<class T = void>
class Future : public AnyFuture
{
public:
    using HostAwaitable = void;
    using value_type = T;

    Future() = default;
    Future(Ref<FutureState<T>> state) : AnyFuture(Ref<FutureBase>(std::move(state))) {} // NOLINT: as AnyFuture

    void setResult(Stored<T> value) const { typed().setResult(std::move(value)); }
    void setResult() const
        requires std::is_void_v<T>
    {
        typed().setResult();
    }
    [[nodiscard]] const Stored<T> &result() const { return typed().result(); }
    FutureAwaiter<T> operator co_await() const { return FutureAwaiter<T>(typedState()); }
    [[nodiscard]] Ref<FutureState<T>> typedState() const { return Ref<FutureState<T>>(&typed()); }

private:
    FutureState<T> &typed() const { return static_cast<FutureState<T> &>(*state()); }
};

/// loop.create_future. `name` is what events call it.
template<class T = void>
[[nodiscard]] Future<T> createFuture(Loop &loop, const QString &name = {})
{
    return Future<T>(makeRef<FutureState<T>>(loop, name));
}

} // namespace loopscope
