// SPDX-License-Identifier: MIT
#include "core/trace/run_events.h"

namespace loopscope {

void extend(std::vector<EventStretch> &stretches, EventId event)
{
    if (!stretches.empty() && stretches.back().last.value + 1 == event.value)
        stretches.back().last = event;
    else
        stretches.push_back({event, event});
}

RunEvents::Iterator::Iterator(const EventList *list, const EventStretch *stretch, const EventStretch *end)
    : m_list(list), m_stretch(stretch), m_end(end)
{
    enterStretch();
}

RunEvents::Iterator &RunEvents::Iterator::operator++()
{
    if (m_at->id != m_stretch->last) {
        ++m_at;
        return *this;
    }
    ++m_stretch;
    enterStretch();
    return *this;
}

void RunEvents::Iterator::enterStretch()
{
    if (m_stretch != m_end)
        m_at = EventRange::Iterator(m_list, m_stretch->first, EventId{m_stretch->last.value + 1});
}

} // namespace loopscope
