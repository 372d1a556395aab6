// SPDX-License-Identifier: MIT
#include "core/trace/event_list.h"

#include <algorithm>

namespace loopscope {

void EventList::append(const Event &event)
{
    Q_ASSERT(m_size < most && event.id.value == m_size + 1);
    if (m_size % blockSize == 0)
        beginBlock(event.at);
    quint8 *page = m_pages.back().get();
    m_used = size_t(m_code.write(event, page + m_used) - page);
    ++m_size;
}

Event EventList::at(EventId id) const
{
    Q_ASSERT(id && id.value <= m_size);
    const quint32 index = id.value - 1;
    const quint8 *from = bytesOf(index / blockSize);
    EventCode code;
    Event event;
    for (event.id.value = index / blockSize * blockSize + 1;; ++event.id.value) {
        from = code.read(event, from);
        if (event.id == id)
            return event;
    }
}

EventId EventList::firstFrom(TracePoint edge, EventId first, EventId last) const
{
    if (last < first)
        return first;
    // The block that may hold it: the last one in question that begins before the edge.
    const auto begin = m_blocks.begin() + (first.value - 1) / blockSize;
    const auto end = m_blocks.begin() + std::ptrdiff_t((quint64(last.value) + blockSize - 1) / blockSize);
    const auto behind =
        std::partition_point(begin, end, [edge](const Block &block) { return block.at < edge; });
    const quint32 block = quint32(std::max(behind, begin + 1) - 1 - m_blocks.begin());
    const EventId from = std::max(first, EventId{block * blockSize + 1});
    for (const Event &event : EventRange(*this, from, EventId{last.value + 1})) {
        if (event.at >= edge)
            return event.id;
    }
    return EventId{last.value + 1};
}

void EventList::beginBlock(TracePoint at)
{
    if (pageSize - m_used < blockSize * EventCode::mostBytes) {
        m_pages.push_back(std::make_unique<quint8[]>(pageSize));
        m_used = 0;
    }
    m_blocks.push_back({at, quint32(m_pages.size() - 1), quint32(m_used)});
    m_code = EventCode();
}

EventRange::EventRange(const EventList &list, EventId first, EventId end)
    : m_list(&list), m_first(first), m_end(std::max(first, end))
{
}

EventRange::Iterator::Iterator(const EventList *list, EventId id, EventId end) : m_list(list), m_end(end)
{
    m_event.id = id;
    if (id == end)
        return;
    enterBlock();
    const quint32 before = (id.value - 1) % EventList::blockSize;
    m_event.id.value -= before;
    for (; m_event.id < id; ++m_event.id.value)
        read();
    read();
}

EventRange::Iterator &EventRange::Iterator::operator++()
{
    ++m_event.id.value;
    if (m_event.id == m_end)
        return *this;
    if ((m_event.id.value - 1) % EventList::blockSize == 0)
        enterBlock();
    read();
    return *this;
}

void EventRange::Iterator::enterBlock()
{
    m_code = EventCode();
    m_from = m_list->bytesOf((m_event.id.value - 1) / EventList::blockSize);
}

} // namespace loopscope
