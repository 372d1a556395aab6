// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// A pass on the real clock that takes longer than a frame of the screen is marked as lag.
inline constexpr Nanos lagLimit{16'000'000};

/// The passes of a run's loop. Passes too narrow to tell apart become columns as high as their share of the
/// time.
[[nodiscard]] RowGeometry loopGeometry(const LaneContext &lane);

} // namespace loopscope
