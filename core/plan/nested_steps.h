// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/interpreter.h"

namespace loopscope {

/// The verbs that hold steps and run them in place. `frame` and `step` outlive the coroutine.

QCoro::Task<Flow> runTry(Frame *frame, const Step *step);
QCoro::Task<Flow> runRepeat(Frame *frame, const Step *step);

} // namespace loopscope
