// SPDX-License-Identifier: MIT
#include "core/loop/wait.h"

#include "core/loop/wait_graph.h"

#include <unordered_set>

namespace loopscope {
namespace {

/// What the callbacks of one wait share (the locals of CPython's asyncio.tasks._wait).
class Waiting final : public RefCounted, public WaitLink
{
public:
    Waiting(Loop &loop, size_t count, ReturnWhen returnWhen)
        : m_waiter(makeRef<FutureState<void>>(loop)), m_count(count), m_returnWhen(returnWhen)
    {
        m_waiter->setAwaitWord(AwaitWord::Wait);
    }

    void setTimer(Loop &loop, Seconds timeout)
    {
        const auto release = [](RefCounted &self, RefCounted *) {
            static_cast<FutureState<void> &>(self).setResultUnlessDone();
        };
        m_timer = loop.scheduleAt(loop.deadlineIn(timeout), release, m_waiter);
    }
    void cancelTimer()
    {
        if (m_timer)
            m_timer->cancel();
    }
    static void onCompletion(RefCounted &self, RefCounted *future)
    {
        static_cast<Waiting &>(self).completed(static_cast<FutureBase &>(*future));
    }
    void addWaiting(std::vector<const FutureBase *> &futures) const override { futures.push_back(m_waiter.get()); }
    [[nodiscard]] const Ref<FutureState<void>> &waiter() const { return m_waiter; }

private:
    void completed(FutureBase &future)
    {
        --m_count;
        const bool enough = m_count == 0 || m_returnWhen == ReturnWhen::FirstCompleted
            || (m_returnWhen == ReturnWhen::FirstException && !future.cancelled() && future.exception());
        if (!enough)
            return;
        cancelTimer();
        m_waiter->setResultUnlessDone();
    }

    Ref<FutureState<void>> m_waiter;
    Ref<Timer> m_timer;
    size_t m_count;
    ReturnWhen m_returnWhen;
};

/// Takes the callbacks back however the wait ends.
struct Registration
{
    const std::vector<AnyFuture> &futures;
    const Ref<Waiting> &waiting;

    ~Registration()
    {
        waiting->cancelTimer();
        for (const AnyFuture &future : futures)
            future.state()->removeCallback(&Waiting::onCompletion, waiting.get());
    }
};

void dropTwins(std::vector<AnyFuture> &futures)
{
    std::unordered_set<const FutureBase *> seen;
    std::erase_if(futures, [&](const AnyFuture &future) { return !seen.insert(future.state().get()).second; });
}

} // namespace

QCoro::Task<WaitResult> wait(std::vector<AnyFuture> futures)
{
    return wait(std::move(futures), WaitOptions());
}

QCoro::Task<WaitResult> wait(std::vector<AnyFuture> futures, WaitOptions options)
{
    if (futures.empty())
        throw ValueError(QStringLiteral("Set of Tasks/Futures is empty."));
    dropTwins(futures);
    Loop &loop = *Loop::running();
    const auto waiting = makeRef<Waiting>(loop, futures.size(), options.returnWhen);
    {
        if (options.timeout)
            waiting->setTimer(loop, *options.timeout);
        for (const AnyFuture &future : futures)
            future.state()->addCallback(&Waiting::onCompletion, waiting);
        const Registration registration{futures, waiting};
        co_await Future<void>(waiting->waiter());
    }
    WaitResult result;
    for (const AnyFuture &future : futures)
        (future.done() ? result.done : result.pending).push_back(future);
    co_return result;
}

} // namespace loopscope
