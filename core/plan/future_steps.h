// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/frame.h"

namespace loopscope {

/// Runs a step that makes, asks or settles a task or future, and never waits. False, with nothing done, for
/// any other.
bool runFutureStep(Frame &frame, const Step &step);

} // namespace loopscope
