// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/state_list.h"

namespace loopscope {

/// Every event whose task it is, and the cancels aimed at it, in order. Most of them began a state and are
/// kept there; only the others are kept here.
class TaskEvents
{
public:
    using value_type = EventId;
    using const_iterator = IndexIterator<TaskEvents>;

    /// Borrows the task's states, which stay where they are.
    explicit TaskEvents(const StateList &states) : m_states(states) {}

    /// An event that began no state, with an id above all so far.
    void append(EventId event);

    [[nodiscard]] size_t size() const { return m_states.size() + m_others.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] EventId operator[](size_t at) const;
    [[nodiscard]] EventId front() const { return (*this)[0]; }
    [[nodiscard]] EventId back() const { return (*this)[size() - 1]; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, size()}; }
    [[nodiscard]] auto rbegin() const { return std::make_reverse_iterator(end()); }
    [[nodiscard]] auto rend() const { return std::make_reverse_iterator(begin()); }

private:
    /// Which place among all events it has.
    struct Other
    {
        EventId event;
        quint32 place;
    };

    const StateList &m_states;
    std::vector<Other> m_others;
};

} // namespace loopscope
