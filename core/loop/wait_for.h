// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

namespace loopscope {

/// How the wait of a wait_for ended: the future is done, or time was up and the future has ended since.
enum class WaitForEnd { Done, TimedOut };

/// The part of wait_for that does not depend on the result. `makeFuture` is called after the timer was made, as a
/// coroutine becomes a task then; `*future` is set to what it returns.
QCoro::Task<WaitForEnd> waitForEnd(std::function<Ref<FutureBase>()> makeFuture, Seconds timeout,
                                   Ref<FutureBase> *future);

/// Throws TimeoutError in place of a CancelledError if time was up. `read` asks for the result.
template<class Read>
auto readWaitFor(WaitForEnd end, Read read)
{
    try {
        return read();
    } catch (const CancelledError &) {
        if (end == WaitForEnd::TimedOut)
            throw TimeoutError();
        throw;
    }
}

/// asyncio.wait_for of CPython 3.11: a coroutine becomes a task. When time is up the future is cancelled, its end is
/// awaited, and unless it ended otherwise TimeoutError is thrown. Cancelled itself, it cancels the future and waits for
/// its end, unless that is done already: then its result is returned and the cancellation is lost. A second
/// cancellation interrupts that wait. No timeout: a plain await, which makes no task.
template<class T>
QCoro::Task<T> waitFor(QCoro::Task<T> coroutine, std::optional<Seconds> timeout)
{
    if (!timeout)
        co_return co_await coroutine;
    Ref<FutureBase> future;
    Loop *const loop = Loop::running();
    const auto make = [loop, &coroutine] { return ensureFuture(*loop, std::move(coroutine)).state(); };
    const WaitForEnd end = co_await waitForEnd(make, *timeout, &future);
    co_return readWaitFor(end, [&]() -> T {
        if constexpr (std::is_void_v<T>)
            (void)static_cast<FutureState<T> &>(*future).result();
        else
            return static_cast<FutureState<T> &>(*future).takeResult();
    });
}
template<class T>
QCoro::Task<T> waitFor(Future<T> awaited, std::optional<Seconds> timeout)
{
    if (!timeout)
        co_return co_await awaited;
    Ref<FutureBase> future;
    const auto make = [&awaited] { return awaited.state(); };
    const WaitForEnd end = co_await waitForEnd(make, *timeout, &future);
    co_return readWaitFor(end, [&]() -> T {
        if constexpr (std::is_void_v<T>)
            (void)awaited.result();
        else
            return awaited.typedState()->takeResult();
    });
}

} // namespace loopscope
