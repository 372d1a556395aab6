// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"
#include "core/trace/index_iterator.h"
#include "core/trace/max_tree.h"
#include "core/trace/packed_list.h"

#include <optional>

namespace loopscope {

struct PassInfo
{
    quint32 number = 0;
    TracePoint begin;
    std::optional<TracePoint> end;
};

/// The passes of one run's loop, in time order, none overlapping another. About eight bytes each, with what
/// is needed to draw any stretch without a look at every pass in it: how long the loop was busy, the next
/// long pass, the next gap. Elements are handed out by value.
class PassList
{
public:
    using value_type = PassInfo;
    using const_iterator = IndexIterator<PassList>;

    /// A pass that would begin before the last one's end begins there.
    void open(quint32 number, TracePoint begin);
    /// Ends the last pass, which must be open.
    void close(TracePoint end);

    [[nodiscard]] size_t size() const { return m_rows.size() + (m_last ? 1 : 0); }
    [[nodiscard]] bool empty() const { return !m_last; }
    [[nodiscard]] PassInfo operator[](size_t at) const;
    [[nodiscard]] PassInfo front() const { return (*this)[0]; }
    /// Of a list that is not empty.
    [[nodiscard]] const PassInfo &back() const { return *m_last; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, size()}; }

    /// The first pass at or after `from` that begins at `edge` or later; `size` if there is none.
    [[nodiscard]] size_t firstFrom(TracePoint edge, size_t from = 0) const;
    /// The first at or after `from` that lasts longer than `limit`. A pass still open does not count.
    [[nodiscard]] size_t nextLonger(Nanos limit, size_t from) const;
    /// The first at or after `from` that begins more than `limit` after the end of the one before. The very
    /// first pass has none before it.
    [[nodiscard]] size_t nextAfterGap(Nanos limit, size_t from) const;
    /// How long passes lasted before `at`. The last one, still open, lasts until `openEnd`; others without
    /// an end count nothing. `near` is a mark of where the search begins
    /// and has ended: start with 0, then ask for later and later points.
    [[nodiscard]] Nanos busyBefore(TracePoint at, TracePoint openEnd, size_t &near) const;

private:
    enum Column : size_t { Begin, Length, Number }; ///< Length: 0 without an end, else one more than it is

    [[nodiscard]] Nanos lengthOf(size_t at) const;
    [[nodiscard]] Nanos gapBefore(size_t at) const;
    [[nodiscard]] TracePoint beginOf(size_t at) const;
    void keepLast();
    void seal();
    template<class Measure>
    [[nodiscard]] size_t next(const MaxTree &tree, Nanos limit, size_t from, Measure measure) const;

    PackedList<3, Nanos> m_rows; ///< all but the last; summary: how long they lasted
    std::optional<PassInfo> m_last;
    MaxTree m_longest; ///< by sealed chunk
    MaxTree m_gaps;
};

} // namespace loopscope
