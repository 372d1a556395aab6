// SPDX-License-Identifier: MIT
#include "core/loop/sync_event.h"

namespace loopscope::sync {

void Event::set()
{
    if (std::exchange(m_set, true))
        return;
    for (const auto &waiter : m_waiters.line())
        waiter->setResultUnlessDone();
}

QCoro::Task<> Event::wait()
{
    if (m_set)
        co_return;
    const auto waiter = m_waiters.append("event_wait");
    try {
        co_await Future<>(waiter);
    } catch (...) {
        m_waiters.remove(waiter);
        throw;
    }
    m_waiters.remove(waiter);
}

} // namespace loopscope::sync
