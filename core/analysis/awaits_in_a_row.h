// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/hazard.h"

namespace loopscope {

/// Waits of one task, one after another, that could have overlapped: what gathering them would save is the
/// sum of them without the longest.
///
/// It is told only where the run did nothing but wait meanwhile. In a row are waits for the same verb (sleep,
/// fetch, executor; await of a task that was made right before), if nobody else took a step from the first to
/// the last but tasks made in between, and if in the steps between the task touched nobody: it made no other
/// task, job or request, woke no one. Printing does not count. A cancellation and a callback end every row.
/// Waits of equal length in a row of sleeps are a clock that ticks; a fetch whose address stands in the
/// answer before it needs that answer.
///
/// What cannot be known: whether a wait needs what an earlier one gave, or has to come after it for other
/// reasons (values are not recorded). So this says "could", never "should".
[[nodiscard]] std::vector<Hazard> awaitsInARow(const Store &store, const RunInfo &run,
                                               const HazardLimits &limits);

} // namespace loopscope
