// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/frame.h"

namespace loopscope {

/// Runs a step whose verb never waits and holds no steps to run now. False, with nothing done, for any other.
bool runInstantly(Frame &frame, const Step &step);

} // namespace loopscope
