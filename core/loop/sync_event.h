// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/waiters.h"

namespace loopscope::sync {

class Event;

class EventWaiter
{
public:
    explicit EventWaiter(Event &event) : m_event(event) {}

    [[nodiscard]] bool await_ready() const;
    template<class P>
    void await_suspend(std::coroutine_handle<P> frame)
    {
        suspend(frame.promise().node());
    }
    void await_resume();

private:
    void suspend(FrameNode &frame);

    Event &m_event;
};

/// What Event::wait returns; the waiting begins when it is awaited.
struct EventWait
{
    using HostAwaitable = void;
    using value_type = void;

    Event &event;
    EventWaiter operator co_await() const { return EventWaiter(event); }
};

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
    /// Event.wait, without a frame of its own.
    [[nodiscard]] EventWait wait();

private:
    friend class EventWaiter;

    void waiterLeft();

    Waiters m_waiters;
    quint32 m_left = 0; ///< waiters that were cancelled, and may still stand in the line
    bool m_set = false;
};

} // namespace loopscope::sync
