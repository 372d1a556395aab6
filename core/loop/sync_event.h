// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/waiters.h"

namespace loopscope::sync {

/// A flag that tasks can wait for (CPython: asyncio.Event). It must outlive whoever waits for it.
///
/// `set` wakes all who wait; they are through even if it is cleared at once. `wait` does not suspend while it is set.
class Event
{
public:
    Event() = default;
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    void set();
    void clear() { m_set = false; }
    [[nodiscard]] bool isSet() const { return m_set; }
    QCoro::Task<> wait();

private:
    Waiters m_waiters;
    bool m_set = false;
};

} // namespace loopscope::sync
