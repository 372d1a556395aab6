// SPDX-License-Identifier: MIT
#include "core/loop/sync_event.h"

namespace loopscope::sync {

void Event::set()
{
    if (std::exchange(m_set, true))
        return;
    for (const auto &waiter : m_waiters.takeAll())
        waiter->setResultUnlessDone();
    m_left = 0;
}

void Event::waiterLeft()
{
    // Taken out together, now and then: a search for each would make many cancellations slow.
    if (++m_left > m_waiters.line().size() / 2) {
        m_waiters.removeCancelled();
        m_left = 0;
    }
}

EventWait Event::wait()
{
    return {*this};
}

bool EventWaiter::await_ready() const
{
    return m_event.isSet();
}

void EventWaiter::suspend(FrameNode &frame)
{
    TaskBase::current().awaitFuture(m_event.m_waiters.append(AwaitWord::EventWait), frame);
}

void EventWaiter::await_resume()
{
    try {
        TaskBase::current().throwInjected();
    } catch (...) {
        m_event.waiterLeft();
        throw;
    }
}

} // namespace loopscope::sync
