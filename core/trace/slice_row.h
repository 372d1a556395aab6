// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track.h"

#include <span>
#include <vector>

namespace loopscope {

/// What is seen of a row at some place: one slice, or, where slices are narrower than what can be seen, all
/// those that begin there together.
struct RowPart
{
    TimeSpan span;     ///< the slice's own, or that of the place
    Nanos covered{0};  ///< how much of it is slices
    quint32 first = 0; ///< index of the first slice
    quint32 count = 0; ///< 1: it is that slice alone
    bool operator==(const RowPart &) const = default;
};

/// The slices of one depth of a track, in order of time, none overlapping another. Borrows them; only the
/// last may be open, and is taken to end where the trace does. `totals` holds the length of all slices before
/// every `block`-th one.
class SliceRow
{
public:
    /// Running totals are kept for every so many slices.
    static constexpr size_t block = 64;

    SliceRow() = default;
    SliceRow(std::span<const Slice> slices, std::span<const qint64> totals, TracePoint traceEnd)
        : m_slices(slices), m_totals(totals), m_traceEnd(traceEnd)
    {
    }

    [[nodiscard]] std::span<const Slice> slices() const { return m_slices; }
    [[nodiscard]] size_t size() const { return m_slices.size(); }
    [[nodiscard]] TimeSpan spanOf(size_t index) const;

    /// The slice that is going on at `at`; a slice of no length counts at its moment.
    [[nodiscard]] std::optional<size_t> at(TracePoint at) const;
    /// The first slice that begins at or after `at`; size() if there is none. O(log n).
    [[nodiscard]] size_t firstFrom(TracePoint at) const;
    /// The first slice that ends after `at`.
    [[nodiscard]] size_t firstEndingAfter(TracePoint at) const;
    /// The length of the slices [first, last) together. O(block).
    [[nodiscard]] Nanos covered(size_t first, size_t last) const;

    /// What is visible in `span` when nothing shorter than `grain` can be told apart, in order of time. A
    /// slice at least as long as `grain` is always a part of its own; shorter ones that begin in the same
    /// grain are one part. O(span / grain · log n).
    [[nodiscard]] std::vector<RowPart> visible(TimeSpan span, Nanos grain) const;

private:
    [[nodiscard]] size_t gallop(size_t from, TracePoint at) const;
    [[nodiscard]] RowPart partOf(size_t index) const;

    std::span<const Slice> m_slices;
    std::span<const qint64> m_totals;
    TracePoint m_traceEnd;
};

} // namespace loopscope
