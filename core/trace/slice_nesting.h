// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/mark_log.h"

#include <vector>

namespace loopscope {

/// The slices of one track, row by row.
struct SliceRows
{
    struct Place
    {
        quint32 slices = 0; ///< where the row begins among the slices
        quint32 totals = 0; ///< and among the totals
    };

    GrowingArray<Slice> slices; ///< the first row's in order of time, then the second's …
    std::vector<Place> rows;    ///< and one more behind the last
    std::vector<qint64> totals; ///< see SliceRow
};

/// What nesting could not keep as it was.
struct NestingLosses
{
    quint64 strayEnds = 0; ///< ends of slices that never began
    quint64 tooDeep = 0;   ///< slices left out for lying too deep

    NestingLosses &operator+=(const NestingLosses &other);
};

/// Slices deeper than this are left out and counted.
inline constexpr quint32 mostRows = 1024;

/// Makes rows of a track's marks, which may come in any order; those of one moment stay in their order.
///
/// A slice goes below those that are open when it begins. A whole one that would outlast the slice it lies in
/// does not nest, and goes to `spilled`. An end closes what lies deeper, too, as does the end of a whole one.
/// Nothing overlaps within a row.
[[nodiscard]] SliceRows nest(MarkLog marks, TrackTexts &texts, GrowingArray<Slice> &spilled,
                             NestingLosses &losses);

/// Rows of whole slices that did not nest, in order of their begin: each goes to the first row with room.
[[nodiscard]] SliceRows spread(GrowingArray<Slice> slices, NestingLosses &losses);

} // namespace loopscope
