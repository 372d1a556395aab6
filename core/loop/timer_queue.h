// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"
#include "core/coro/frame_heap.h"
#include "core/loop/ready_queue.h"

#include <optional>
#include <vector>

namespace loopscope {

/// A callback for later, which can be cancelled (asyncio: TimerHandle).
class Timer final : public RefCounted
{
public:
    static void *operator new(std::size_t size) { return FrameHeap::allocateObject(size); }
    static void operator delete(void *timer, std::size_t size) noexcept { FrameHeap::freeObject(timer, size); }

    Timer(TracePoint when, quint32 number, ReadyEntry entry)
        : m_entry(std::move(entry)), m_when(when), m_number(number)
    {
    }
    /// The callback will not run, and what it holds is let go. Without effect once it has begun.
    void cancel()
    {
        m_cancelled = true;
        m_entry = {};
    }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] TracePoint when() const { return m_when; }
    [[nodiscard]] quint32 number() const { return m_number; }
    [[nodiscard]] EventId cause() const { return m_entry.cause; }
    [[nodiscard]] ReadyEntry takeEntry() { return std::exchange(m_entry, {}); }

private:
    ReadyEntry m_entry;
    TracePoint m_when;
    quint32 m_number;
    bool m_cancelled = false;
};

/// Timers ordered by (deadline, creation): asyncio's heap, with the order among equals settled.
class TimerQueue
{
public:
    void add(Ref<Timer> timer);
    /// The deadline of the first timer that is not cancelled.
    [[nodiscard]] std::optional<TracePoint> nextDeadline();
    /// The first timer if its deadline is not after `now`, cancelled ones included.
    [[nodiscard]] Ref<Timer> takeDue(TracePoint now);
    void clear() { m_heap.clear(); }

private:
    static bool later(const Ref<Timer> &a, const Ref<Timer> &b);
    Ref<Timer> pop();

    std::vector<Ref<Timer>> m_heap;
};

} // namespace loopscope
