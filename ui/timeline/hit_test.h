// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_layout.h"
#include "ui/timeline/row_geometry.h"

#include <optional>

namespace loopscope {

/// What lies under the pointer: a row, and in it a bar or a mark where there is one.
struct Hit
{
    Row row;
    std::optional<Bar> bar;
    std::optional<Mark> mark;
    EventId event; ///< of the bar or mark; none on bare ground and on columns
};

/// What lies at a point of a row (in the row's own pixels). Bars are widened by `slack` on both sides. Where
/// several are hit, those too short to be seen at their true width go first, then the nearest, then the one
/// painted on top.
[[nodiscard]] Hit hitAt(const Row &row, const RowGeometry &geometry, QPointF inRow, double slack);

} // namespace loopscope
