// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/lock.h"

namespace loopscope::sync {

/// A lock one can wait on until another task notifies (CPython 3.11: asyncio.Condition). It must outlive whoever
/// waits for it.
///
/// `wait` releases, waits, and takes the lock again whatever happens: a cancellation of the wait is thrown after that,
/// with its message; a cancellation of the taking becomes a new CancelledError without one, and replaces the first.
/// (3.13 lets a cancelled wait notify another waiter; this does not.)
class Condition
{
public:
    Condition() = default;
    Condition(const Condition &) = delete;
    Condition &operator=(const Condition &) = delete;

    QCoro::Task<> acquire() { return m_lock.acquire(); }
    void release() { m_lock.release(); }
    [[nodiscard]] bool locked() const { return m_lock.locked(); }
    QCoro::Task<Guard<Condition>> hold();

    /// RuntimeError if it is not locked.
    QCoro::Task<> wait();
    /// Wakes the first `count` that are not done. RuntimeError if it is not locked.
    void notify(qint64 count = 1);
    void notifyAll() { notify(qint64(m_waiters.line().size())); }

private:
    Lock m_lock;
    Waiters m_waiters;
};

} // namespace loopscope::sync
