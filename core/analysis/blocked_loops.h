// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/hazard.h"
#include "core/analysis/loop_steps.h"

namespace loopscope {

/// Steps and callbacks that held the loop, and the steps that had to wait for them. A step could have begun
/// when it was made ready; one that a timer woke, when that timer was due.
///
/// What cannot be known: what else of the thread had to wait (painting, input, answers of the network, jobs
/// that had ended); a recording holds the loop's own affairs. Nor why a step took long: computing, blocking,
/// or the machine being busy elsewhere look alike.
[[nodiscard]] std::vector<Hazard> blockedLoops(const Store &store, const std::vector<LoopStep> &steps,
                                               const HazardLimits &limits);

/// Steps in which the thread's event loop went round once more: a dialog's exec(), processEvents, a wait for
/// a coroutine in ordinary code. They are seen by what such a round brought: a pass, another step, a timer,
/// the end of a job, a phase of a request.
///
/// What cannot be known: rounds that brought nothing that is recorded.
[[nodiscard]] std::vector<Hazard> nestedLoops(const Store &store, const std::vector<LoopStep> &steps);

} // namespace loopscope
