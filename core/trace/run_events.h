// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/event_list.h"

#include <span>

namespace loopscope {

/// Some events in a row, both ends included.
struct EventStretch
{
    EventId first, last;
};

/// Adds an event behind all that are there.
void extend(std::vector<EventStretch> &stretches, EventId event);

/// The events of one run, in order: a walk costs what they cost, whatever other runs said between them. Borrows the
/// list and the stretches, until the next one is appended to either.
class RunEvents
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
        Iterator(const EventList *list, const EventStretch *stretch, const EventStretch *end);

        const Event &operator*() const { return *m_at; }
        const Event *operator->() const { return &*m_at; }
        Iterator &operator++();
        void operator++(int) { ++*this; }
        bool operator==(const Iterator &other) const
        {
            return m_stretch == other.m_stretch && (m_stretch == m_end || m_at == other.m_at);
        }

    private:
        void enterStretch();

        const EventList *m_list = nullptr;
        const EventStretch *m_stretch = nullptr;
        const EventStretch *m_end = nullptr;
        EventRange::Iterator m_at;
    };

    RunEvents(const EventList &list, std::span<const EventStretch> stretches) : m_list(&list), m_stretches(stretches)
    {
    }

    [[nodiscard]] Iterator begin() const { return {m_list, m_stretches.data(), behind()}; }
    [[nodiscard]] Iterator end() const { return {m_list, behind(), behind()}; }

private:
    [[nodiscard]] const EventStretch *behind() const { return m_stretches.data() + m_stretches.size(); }

    const EventList *m_list;
    std::span<const EventStretch> m_stretches;
};

} // namespace loopscope
