// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <vector>

namespace loopscope {

/// Which row each executor job of a run is drawn on, so that no two on a row overlap: the first row that is
/// free when it begins. Rows show how many jobs ran at once, not which thread ran them.
struct JobLanes
{
    std::vector<quint32> laneOf; ///< one for each of the run's jobs
    quint32 lanes = 0;
};

[[nodiscard]] JobLanes jobLanes(const RunInfo &run);

} // namespace loopscope
