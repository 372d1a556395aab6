// SPDX-License-Identifier: MIT
#include "core/trace/task_events.h"

namespace loopscope {

void TaskEvents::append(EventId event)
{
    if (m_others.size() == m_others.capacity())
        m_others.reserve(m_others.size() + m_others.size() / 4 + 1);
    m_others.push_back({event, quint32(size())});
}

EventId TaskEvents::operator[](size_t at) const
{
    const auto other = std::partition_point(m_others.begin(), m_others.end(),
                                            [at](const Other &each) { return each.place < at; });
    if (other != m_others.end() && other->place == at)
        return other->event;
    return m_states.eventOf(at - size_t(other - m_others.begin()));
}

} // namespace loopscope
