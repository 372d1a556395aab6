// SPDX-License-Identifier: MIT
#include "core/loop/lock.h"

namespace loopscope::sync {

QCoro::Task<> Lock::acquire()
{
    if (!m_locked && m_waiters.allCancelled()) {
        m_locked = true;
        m_holders.taken();
        co_return;
    }
    const auto waiter = m_waiters.append(AwaitWord::Acquire, m_holders);
    try {
        co_await Future<>(waiter);
    } catch (const CancelledError &) {
        m_waiters.remove(waiter);
        if (!m_locked)
            wakeFirst();
        throw;
    }
    m_waiters.remove(waiter);
    m_locked = true;
    m_holders.taken();
}

void Lock::release()
{
    if (!m_locked)
        throw RuntimeError(QStringLiteral("Lock is not acquired."));
    m_locked = false;
    m_holders.givenBack();
    wakeFirst();
}

void Lock::wakeFirst()
{
    // Only the first: one that is done will wake up later and take the lock, or, cancelled, call this again.
    if (!m_waiters.line().empty())
        m_waiters.line().front()->setResultUnlessDone();
}

QCoro::Task<Guard<Lock>> Lock::hold()
{
    co_await acquire();
    co_return Guard<Lock>(*this);
}

} // namespace loopscope::sync
