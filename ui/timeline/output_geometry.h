// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// What a run printed: a mark at each print's instant, its text as far as the next one on the same line.
/// Prints that fall into one column of the screen share a mark, that of the first.
[[nodiscard]] RowGeometry outputGeometry(const LaneContext &lane);

} // namespace loopscope
