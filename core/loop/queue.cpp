// SPDX-License-Identifier: MIT
#include "core/loop/queue.h"

namespace loopscope::sync {

void QueueBase::wakeNext(Waiters &line)
{
    while (!line.line().empty()) {
        const auto waiter = line.takeFirst();
        if (!waiter->done())
            return waiter->setResult();
    }
}

QCoro::Task<> QueueBase::waitForItem()
{
    while (empty()) {
        const auto waiter = m_getters.append(AwaitWord::Get);
        try {
            co_await Future<>(waiter);
        } catch (...) {
            waiter->cancel();
            m_getters.remove(waiter);
            if (!empty() && !waiter->cancelled())
                wakeNext(m_getters); // we were woken but cannot take it
            throw;
        }
    }
}

QCoro::Task<> QueueBase::waitForRoom()
{
    while (full()) {
        const auto waiter = m_putters.append(AwaitWord::Put);
        try {
            co_await Future<>(waiter);
        } catch (...) {
            waiter->cancel();
            m_putters.remove(waiter);
            if (!full() && !waiter->cancelled())
                wakeNext(m_putters);
            throw;
        }
    }
}

void QueueBase::itemPut()
{
    ++m_unfinished;
    m_finished.clear();
    wakeNext(m_getters);
}

void QueueBase::itemTaken()
{
    wakeNext(m_putters);
}

void QueueBase::taskDone()
{
    if (m_unfinished <= 0)
        throw ValueError(QStringLiteral("task_done() called too many times"));
    if (--m_unfinished == 0)
        m_finished.set();
}

QCoro::Task<> QueueBase::join()
{
    if (m_unfinished > 0)
        co_await m_finished.wait();
}

} // namespace loopscope::sync
