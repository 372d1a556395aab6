// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future.h"

namespace loopscope {

class SleepAwaiter
{
public:
    explicit SleepAwaiter(Seconds delay) : m_delay(delay) {}
    ~SleepAwaiter();
    SleepAwaiter(const SleepAwaiter &) = delete;
    SleepAwaiter &operator=(const SleepAwaiter &) = delete;

    bool await_ready() const { return false; }
    template<class P>
    void await_suspend(std::coroutine_handle<P> frame)
    {
        suspend(frame.promise().node());
    }
    void await_resume() { TaskBase::current().throwInjected(); }

private:
    void suspend(FrameNode &frame);

    Seconds m_delay;
    Ref<Timer> m_timer;
};

/// What `sleep` returns: a delay that begins when it is awaited.
struct Sleep
{
    using HostAwaitable = void;
    using value_type = void;

    Seconds delay;
    SleepAwaiter operator co_await() const { return SleepAwaiter(delay); }
};

/// asyncio.sleep: suspends the task for `delay`. 0 (or less) gives way once and takes one pass; more sets a timer,
/// whose pass sets a future, and the task runs in the pass after that. The timer is cancelled when the sleep is
/// left early.
[[nodiscard]] inline Sleep sleep(Seconds delay)
{
    return {delay};
}

} // namespace loopscope
