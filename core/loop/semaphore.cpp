// SPDX-License-Identifier: MIT
#include "core/loop/semaphore.h"

namespace loopscope::sync {

Semaphore::Semaphore(qint64 value) : m_value(value)
{
    if (value < 0)
        throw ValueError(QStringLiteral("Semaphore initial value must be >= 0"));
}

QCoro::Task<> Semaphore::acquire()
{
    if (!locked()) {
        --m_value;
        m_holders.taken();
        co_return;
    }
    const auto waiter = m_waiters.append(AwaitWord::Acquire, m_holders);
    try {
        co_await Future<>(waiter);
    } catch (const CancelledError &) {
        m_waiters.remove(waiter);
        if (!waiter->cancelled()) {
            ++m_value;
            wakeNext();
        }
        throw;
    }
    m_waiters.remove(waiter);
    m_holders.taken();
    if (m_value > 0)
        wakeNext();
}

void Semaphore::release()
{
    ++m_value;
    m_holders.givenBack();
    wakeNext();
}

void Semaphore::wakeNext()
{
    if (const auto next = m_waiters.firstPending()) {
        --m_value;
        next->setResult();
    }
}

QCoro::Task<Guard<Semaphore>> Semaphore::hold()
{
    co_await acquire();
    co_return Guard<Semaphore>(*this);
}

} // namespace loopscope::sync
