// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"
#include "core/trace/index_iterator.h"
#include "core/trace/packed_list.h"

#include <optional>

namespace loopscope {

/// The states a task can be seen in. Done, failed and cancelled are ends, not states: see TaskEnd.
enum class TaskState : quint8 { Created, Ready, Running, Suspended };

/// A stretch of one state. The last stretch of an unfinished task is open: `end` is empty.
struct StateSpan
{
    TaskState state = TaskState::Created;
    TracePoint begin;
    std::optional<TracePoint> end;
    EventId event; ///< the event that began it: Created, Ready, Resumed or Suspended
};

/// How long a task was in each state.
struct StateTimes
{
    std::array<Nanos, 4> times{}; ///< by TaskState

    bool operator==(const StateTimes &) const = default;
    [[nodiscard]] Nanos of(TaskState state) const { return times[size_t(state)]; }
    Nanos &of(TaskState state) { return times[size_t(state)]; }
    [[nodiscard]] Nanos total() const { return times[0] + times[1] + times[2] + times[3]; }
    StateTimes &operator-=(const StateTimes &other);
};

/// A task's states in time order, without gaps, each lasting until the next begins. About eight bytes each,
/// with totals per state from chunk to chunk: how long a task was in which state in any span is found by two
/// binary searches, however many states lie in it. Elements are handed out by value.
class StateList
{
public:
    using value_type = StateSpan;
    using const_iterator = IndexIterator<StateList>;

    /// Ends the last state and begins another. One that would begin before the last begins with it. Nothing
    /// follows a `finish`.
    void append(TaskState state, TracePoint begin, EventId event);
    /// Ends the last state.
    void finish(TracePoint end);

    [[nodiscard]] size_t size() const { return m_rows.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] StateSpan operator[](size_t at) const;
    [[nodiscard]] StateSpan front() const { return (*this)[0]; }
    [[nodiscard]] StateSpan back() const { return (*this)[size() - 1]; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, size()}; }

    /// These cost less than the whole element.
    [[nodiscard]] TracePoint beginOf(size_t at) const { return {m_rows.value(at, Begin)}; }
    [[nodiscard]] EventId eventOf(size_t at) const { return {quint32(m_rows.value(at, Event))}; }

    /// The first state at or after `from` that begins at `edge` or later; `size` if there is none. Quick when
    /// it is near `from`.
    [[nodiscard]] size_t firstFrom(TracePoint edge, size_t from = 0) const;
    /// The first state that was begun by `event` or a later one.
    [[nodiscard]] size_t firstFrom(EventId event) const;
    /// The last state that `event` or one before it began: the state it happened in. Empty before the first.
    [[nodiscard]] std::optional<size_t> indexAt(EventId event) const;

    /// How long which state lasted within `span`. An open last state lasts until `openEnd`.
    [[nodiscard]] StateTimes timesIn(TimeSpan span, TracePoint openEnd) const;
    /// How long which state lasted before `at`. `near` is a mark of where the search
    /// begins and has ended: start with 0, then ask for later and later points.
    [[nodiscard]] StateTimes timesBefore(TracePoint at, TracePoint openEnd, size_t &near) const;
    /// The same for many ascending points at once. Each may be moved by at most `slack` to where totals are
    /// kept, and then costs no look at any state: this is what makes a picture of a very long lane as cheap as
    /// one of a short one. With no slack all is exact.
    [[nodiscard]] std::vector<StateTimes> timesBefore(std::vector<TracePoint> &points, Nanos slack,
                                                      TracePoint openEnd) const;

private:
    enum Column : size_t { Begin, State, Event };

    [[nodiscard]] size_t moveToStart(TracePoint &point, Nanos slack, size_t chunk) const;
    [[nodiscard]] StateTimes timesIn(size_t chunk, TracePoint at, TracePoint openEnd) const;
    [[nodiscard]] StateTimes totals(TracePoint end) const;

    PackedList<3, StateTimes> m_rows;
    std::optional<TracePoint> m_end;
};

} // namespace loopscope
