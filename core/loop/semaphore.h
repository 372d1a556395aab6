// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/lock.h"

namespace loopscope::sync {

/// Lets so many tasks through at a time (CPython 3.11.7: asyncio.Semaphore). It must outlive whoever waits for it.
///
/// `release` adds one and gives it at once to the first waiter that is not done; that one is through when its task
/// runs. A waiter that was given it and is cancelled gives it back, and on.
class Semaphore
{
public:
    /// ValueError if `value` is negative.
    explicit Semaphore(qint64 value = 1);
    Semaphore(const Semaphore &) = delete;
    Semaphore &operator=(const Semaphore &) = delete;

    QCoro::Task<> acquire();
    void release();
    /// Whether `acquire` would wait: nothing is left, or someone not cancelled stands in line.
    [[nodiscard]] bool locked() const { return m_value == 0 || !m_waiters.allCancelled(); }
    QCoro::Task<Guard<Semaphore>> hold();

private:
    void wakeNext();

    Holders m_holders;
    Waiters m_waiters;
    qint64 m_value;
};

} // namespace loopscope::sync
