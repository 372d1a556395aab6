// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/waiters.h"

namespace loopscope::sync {

/// What `async with` takes: released when the scope that holds it is left.
template<class Primitive>
class Guard
{
public:
    explicit Guard(Primitive &held) : m_held(&held) {}
    Guard(Guard &&other) noexcept : m_held(std::exchange(other.m_held, nullptr)) {}
    Guard &operator=(Guard &&) = delete;
    ~Guard()
    {
        if (m_held)
            m_held->release();
    }

private:
    Primitive *m_held;
};

/// A mutex for tasks (CPython: asyncio.Lock). It must outlive whoever waits for it.
///
/// `acquire` does not suspend if it is free and nobody who was not cancelled stands in line. `release` frees it and
/// sets the first waiter, which takes it when its task runs, two passes later at most; until then it is free, but a
/// newcomer does not overtake. A waiter that is cancelled while it is free wakes the first in line.
class Lock
{
public:
    Lock() = default;
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;

    QCoro::Task<> acquire();
    /// RuntimeError if it is not locked.
    void release();
    [[nodiscard]] bool locked() const { return m_locked; }
    /// `const auto held = co_await lock.hold();`
    QCoro::Task<Guard<Lock>> hold();

private:
    void wakeFirst();

    Holders m_holders;
    Waiters m_waiters;
    bool m_locked = false;
};

} // namespace loopscope::sync
