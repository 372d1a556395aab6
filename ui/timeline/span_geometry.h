// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// The bars, columns and end mark of a task's lane. See the essay in the .cpp.
///
/// `sums` must have been extended with this task as it is.
[[nodiscard]] RowGeometry taskGeometry(const LaneContext &lane, const TaskInfo &task, const StateSums &sums);

} // namespace loopscope
