// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/interpreter.h"

namespace loopscope {

/// The verbs whose steps run inside something of the loop: a timeout, a task group, the turns of
/// as_completed; and the two that speak to the innermost of those. `frame` and `step` outlive the coroutines.

QCoro::Task<Flow> runWithTimeout(Frame *frame, const Step *step);
QCoro::Task<Flow> runGroup(Frame *frame, const Step *step);
QCoro::Task<Flow> runAsCompleted(Frame *frame, const Step *step);

/// Runs "spawn" or "reschedule". False, with nothing done, for any other step.
bool runScopeStep(Frame &frame, const Step &step);

} // namespace loopscope
