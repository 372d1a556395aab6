// SPDX-License-Identifier: MIT
#include "core/loop/timer_queue.h"

#include <algorithm>

namespace loopscope {

bool TimerQueue::later(const Ref<Timer> &a, const Ref<Timer> &b)
{
    return a->when() != b->when() ? a->when() > b->when() : a->number() > b->number();
}

void TimerQueue::add(Ref<Timer> timer)
{
    m_heap.push_back(std::move(timer));
    std::push_heap(m_heap.begin(), m_heap.end(), later);
}

Ref<Timer> TimerQueue::pop()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), later);
    Ref<Timer> first = std::move(m_heap.back());
    m_heap.pop_back();
    return first;
}

std::optional<TracePoint> TimerQueue::nextDeadline()
{
    while (!m_heap.empty() && m_heap.front()->cancelled())
        (void)pop();
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front()->when());
}

Ref<Timer> TimerQueue::takeDue(TracePoint now)
{
    if (m_heap.empty() || m_heap.front()->when() > now)
        return {};
    return pop();
}

} // namespace loopscope
