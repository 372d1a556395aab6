// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/hazard.h"

namespace loopscope {

/// Errors of tasks and futures that nobody asked for, as the run told at its end.
///
/// What cannot be known: errors of a run whose end was not recorded.
[[nodiscard]] std::vector<Hazard> lostExceptions(const Store &store, const RunInfo &run);

/// Coroutines that were called in a task's step and thrown away in one, and never ran.
///
/// What cannot be known: those that are kept, or thrown away outside of any step, such as when the run is over.
[[nodiscard]] std::vector<Hazard> neverAwaited(const Store &store, const RunInfo &run);

/// Tasks that went on after they were asked to cancel: that ended with a result, that took long to end, or
/// that the run left unfinished.
///
/// What cannot be known: whether a timeout or a task group did its part. Both cancel the task they belong to
/// and catch that again, so a task that goes on then is doing what it should; such requests (a timer that the
/// task itself had set, the failure of a task that it made) are not counted. A cancellation that was turned
/// into another error in time is not held against a task either. Nor is it known when a task takes a request
/// back (uncancel).
[[nodiscard]] std::vector<Hazard> lateCancels(const Store &store, const RunInfo &run,
                                              const HazardLimits &limits);

/// Tasks that waited for what never came: when the loop stalled, or still when the run was over. What they
/// waited for is told in the words of their last Suspended.
///
/// What cannot be known: that a task which the run's end cancelled would have waited for ever.
[[nodiscard]] std::vector<Hazard> neverResumed(const Store &store, const RunInfo &run);

} // namespace loopscope
