// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// The bars, columns and end mark of a task's lane. See the essay in the .cpp.
[[nodiscard]] RowGeometry taskGeometry(const LaneContext &lane, const TaskInfo &task);

} // namespace loopscope
