// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/hazard.h"

namespace loopscope {

/// Everything in a recording that should make its author look twice, in the order of runs, and in a run of
/// time. What each kind can and cannot see stands beside its finder: blocked_loops.h, task_hazards.h,
/// awaits_in_a_row.h. The time it takes grows with the number of events, and no faster.
[[nodiscard]] std::vector<Hazard> hazardsOf(const Store &store, const HazardLimits &limits = {});

} // namespace loopscope
