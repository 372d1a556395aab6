// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

namespace loopscope {

/// Cancels the running task when time is up, and turns that cancellation into a TimeoutError
/// (CPython: asyncio.timeouts.Timeout). `timeout` below is the ordinary way to use it.
class Timeout
{
public:
    /// No `delay`: never.
    explicit Timeout(std::optional<Seconds> delay);
    ~Timeout();
    Timeout(const Timeout &) = delete;
    Timeout &operator=(const Timeout &) = delete;

    /// On entry into the block, in a task: remembers how many cancellations are due, and sets the handler, which
    /// cancels the task. A deadline that is not in the future is handled by call_soon.
    void enter();
    /// On leaving the block with `error`, or null: returns the error to leave with. If the handler has run, one
    /// cancellation is taken back, and if then none are left but those of the entry, CancelledError becomes
    /// TimeoutError; any other error passes.
    [[nodiscard]] std::exception_ptr exit(std::exception_ptr error);
    /// A new deadline from now. RuntimeError once the old one has passed.
    void reschedule(std::optional<Seconds> delay);

private:
    enum class State { Created, Entered, Expiring, Expired, Exited };
    class Handler;

    void setHandler();
    void cancelHandler();
    void expire();

    Loop &m_loop;
    TaskBase *m_task = nullptr;
    Ref<Handler> m_handler;
    std::optional<TracePoint> m_when;
    int m_cancelling = 0;
    State m_state = State::Created;
};

/// `async with asyncio.timeout(delay): await body`: the result of `body`, or TimeoutError.
template<class T>
QCoro::Task<T> timeout(Seconds delay, QCoro::Task<T> body)
{
    Timeout limit(delay);
    limit.enter();
    std::exception_ptr error;
    try {
        if constexpr (std::is_void_v<T>) {
            co_await body;
        } else {
            T result = co_await body;
            (void)limit.exit(nullptr);
            co_return result;
        }
    } catch (...) {
        error = std::current_exception();
    }
    if (const auto leaving = limit.exit(error))
        std::rethrow_exception(leaving);
}

} // namespace loopscope
