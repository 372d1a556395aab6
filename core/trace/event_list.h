// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/event_code.h"

#include <iterator>
#include <memory>
#include <vector>

namespace loopscope {

class EventRange;

/// All events of a recording in the order of their ids, which are their places from 1. About seven bytes
/// each: they are written as differences, in blocks of 32, each of which can be read for itself. One event
/// costs the reading of half a block; a walk (`EventRange`) reads each byte once. Append-only.
class EventList
{
public:
    /// Ids have 32 bits, 0 is none, and the one behind the last is an id, too.
    static constexpr quint32 most = 0xffff'fffe;

    /// `event.id` must be the next one.
    void append(const Event &event);

    [[nodiscard]] quint32 size() const { return m_size; }
    /// `id` must be one of the list's.
    [[nodiscard]] Event at(EventId id) const;
    /// The first event of those from `first` to `last` that happened at `edge` or later, the one behind
    /// `last` if there is none. Times must ascend there.
    [[nodiscard]] EventId firstFrom(TracePoint edge, EventId first, EventId last) const;

private:
    friend class EventRange;
    static constexpr quint32 blockSize = 32;
    static constexpr size_t pageSize = 1 << 16;

    struct Block
    {
        TracePoint at; ///< of its first event
        quint32 page;
        quint32 offset;
    };

    void beginBlock(TracePoint at);
    [[nodiscard]] const quint8 *bytesOf(quint32 block) const
    {
        return m_pages[m_blocks[block].page].get() + m_blocks[block].offset;
    }

    std::vector<std::unique_ptr<quint8[]>> m_pages; ///< no block lies in two
    std::vector<Block> m_blocks;
    EventCode m_code; ///< of the last block
    size_t m_used = pageSize;
    quint32 m_size = 0;
};

/// The events of a list from one id to another, in order. Borrows the list, and shows it as it was.
class EventRange
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Event;
        using difference_type = std::ptrdiff_t;
        using pointer = const Event *;
        using reference = const Event &;

        Iterator() = default;
        /// `id` may be the one behind the end.
        Iterator(const EventList *list, EventId id, EventId end);

        const Event &operator*() const { return m_event; }
        const Event *operator->() const { return &m_event; }
        Iterator &operator++();
        void operator++(int) { ++*this; }
        bool operator==(const Iterator &other) const { return m_event.id == other.m_event.id; }

    private:
        void enterBlock();
        void read() { m_from = m_code.read(m_event, m_from); }

        const EventList *m_list = nullptr;
        EventId m_end;
        Event m_event;
        EventCode m_code;
        const quint8 *m_from = nullptr;
    };

    /// From `first` to the one before `end`. An empty range where that is before `first`.
    EventRange(const EventList &list, EventId first, EventId end);

    [[nodiscard]] Iterator begin() const { return {m_list, m_first, m_end}; }
    [[nodiscard]] Iterator end() const { return {m_list, m_end, m_end}; }

private:
    const EventList *m_list;
    EventId m_first;
    EventId m_end;
};

} // namespace loopscope
