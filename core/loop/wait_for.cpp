// SPDX-License-Identifier: MIT
#include "core/loop/wait_for.h"

namespace loopscope {
namespace {

using Waiter = Ref<FutureState<void>>;

/// asyncio.tasks._release_waiter, as a callback of a timer or a future.
void releaseWaiter(RefCounted &waiter, RefCounted *)
{
    static_cast<FutureState<void> &>(waiter).setResultUnlessDone();
}

Waiter makeWaiter()
{
    auto waiter = makeRef<FutureState<void>>(*Loop::running());
    waiter->setAwaitWord(AwaitWord::WaitFor);
    return waiter;
}

/// Takes a waiter's callback back from a future when the wait is left.
struct Released
{
    Ref<FutureBase> future;
    Waiter waiter;
    ~Released() { future->removeCallback(&releaseWaiter, waiter.get()); }
};

struct TimerCancelled
{
    Ref<Timer> timer;
    ~TimerCancelled() { timer->cancel(); }
};

/// asyncio.tasks._cancel_and_wait.
QCoro::Task<> cancelAndWait(Ref<FutureBase> future)
{
    const Waiter waiter = makeWaiter();
    future->addCallback(&releaseWaiter, waiter);
    const Released released{future, waiter};
    future->cancel({});
    co_await Future<>(waiter);
}

} // namespace

QCoro::Task<WaitForEnd> waitForEnd(std::function<Ref<FutureBase>()> makeFuture, Seconds timeout,
                                   Ref<FutureBase> *future)
{
    if (timeout <= Seconds::zero()) {
        *future = makeFuture();
        if ((*future)->done())
            co_return WaitForEnd::Done;
        co_await cancelAndWait(*future);
        co_return WaitForEnd::TimedOut;
    }
    Loop &loop = *Loop::running();
    const Waiter waiter = makeWaiter();
    const TimerCancelled timer{loop.scheduleAt(loop.deadlineIn(timeout), &releaseWaiter, waiter)};
    *future = makeFuture();
    (*future)->addCallback(&releaseWaiter, waiter);
    std::exception_ptr cancellation;
    try {
        co_await Future<>(waiter);
    } catch (const CancelledError &) {
        cancellation = std::current_exception();
    }
    if ((*future)->done())
        co_return WaitForEnd::Done; // with a cancellation lost, if there was one
    (*future)->removeCallback(&releaseWaiter, waiter.get());
    co_await cancelAndWait(*future);
    if (cancellation)
        std::rethrow_exception(cancellation);
    co_return WaitForEnd::TimedOut;
}

} // namespace loopscope
