// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"
#include "core/plan/value.h"

#include <concepts>

namespace loopscope::script {

class VarAwaiter;

/// A value of any type, for programs that are told as a plan tells them: null, a number, a text, a list, an
/// error, a task, a lock. Copies of lists, objects and things are the same list, object, thing, as in Python.
/// `co_await` it if it is a task or a future.
///
/// A method of the wrong kind of value throws TypeError, a part that is not there KeyError.
class Var
{
public:
    using HostAwaitable = void;

    Var() = default;                                            ///< null
    Var(Value value) : m_value(std::move(value)) {}             // NOLINT: all these are values
    Var(const char *text) : m_value(QString::fromUtf8(text)) {} // NOLINT
    Var(const QString &text) : m_value(text) {}                 // NOLINT
    Var(bool yes) : m_value(yes) {}                             // NOLINT
    Var(double number) : m_value(number) {}                     // NOLINT
    template<std::integral T>
    requires(!std::same_as<T, bool>) Var(T number) : m_value(qint64(number)) // NOLINT
    {
    }
    template<class T>
    Var(const Future<T> &future) : Var(ofFuture(future)) // NOLINT
    {
    }

    [[nodiscard]] const Value &value() const { return m_value; }
    [[nodiscard]] Var operator[](const char *key) const;
    [[nodiscard]] Var operator[](int index) const;
    Var &operator+=(const Var &addend);
    void append(const Var &item); ///< to a list; null becomes one

    // Tasks and futures.
    VarAwaiter operator co_await() const;
    bool cancel(const QString &message = {}) const;
    Var
    cancelAll(const QString &message = {}) const; ///< of a list: a list of the answers; of one: its answer
    [[nodiscard]] bool done() const;
    [[nodiscard]] bool cancelled() const;
    Var result() const; ///< throws its error
    Var exception() const;
    qint64 cancelling() const;
    qint64 uncancel() const;
    void setResult(const Var &result = {}) const;
    template<class Error>
    void setException(const Error &error) const
    {
        setError(std::make_exception_ptr(error));
    }
    void addDoneCallback(std::function<void()> callback) const;
    [[nodiscard]] AnyFuture future() const;

    // Locks, semaphores and conditions; events; queues.
    [[nodiscard]] QCoro::Task<> acquire() const;
    void release() const;
    [[nodiscard]] bool locked() const;
    void set() const;
    void clear() const;
    [[nodiscard]] QCoro::Task<> wait() const; ///< for an event, or on a condition
    void notify(qint64 count = 1) const;
    void notifyAll() const;
    [[nodiscard]] QCoro::Task<> put(Var item) const;
    [[nodiscard]] QCoro::Task<Var> get() const;
    void putNow(const Var &item) const;
    Var getNow() const;
    void taskDone() const;
    [[nodiscard]] QCoro::Task<> join() const;
    [[nodiscard]] qint64 size() const;

private:
    static Value ofFuture(AnyFuture future);
    void setError(std::exception_ptr error) const;

    Value m_value;
};

/// How events tell of a task's result.
[[nodiscard]] inline QByteArray resultJson(const Var &var)
{
    return valueJson(var.value());
}

/// The result of a future that is done, of whatever type; throws its error.
[[nodiscard]] Var resultOf(FutureBase &future);

/// As FutureAwaiter, for a future of whatever type.
class VarAwaiter
{
public:
    explicit VarAwaiter(Ref<FutureBase> future) : m_future(std::move(future)) {}

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
    Var await_resume()
    {
        TaskBase::current().throwInjected();
        return resultOf(*m_future);
    }

private:
    Ref<FutureBase> m_future;
};

} // namespace loopscope::script
