// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// The head of a run: its cost as a bar on the time axis of its lanes. What goes beyond the fastest run is a
/// bar of its own, if it is wide enough to see.
[[nodiscard]] RowGeometry runGeometry(const LaneContext &lane);

/// The least cost among the runs that ended with a result; empty unless there are several.
[[nodiscard]] std::optional<Nanos> fastestCost(const Store &store);

} // namespace loopscope
