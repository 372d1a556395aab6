// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope listing`: a plan as a program. With --json one object: "plan", "language", "lines", and
/// "steps", each with the place of a step in the plan ("line", "column") and its lines in the listing ("at",
/// where a task stands that waits in it; "first", "last").
[[nodiscard]] int showListing(const ShowListing &command);

} // namespace loopscope
