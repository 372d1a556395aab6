// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope check`: every problem of every plan and of the sidecar beside it, a line each on standard error.
/// With --json on standard output, `[{"plan":…,"problems":[{"file","line","column","path","message"}]}]`;
/// place and path only where there is one.
[[nodiscard]] int checkPlans(const CheckPlans &command);

/// `loopscope plans`: the built-in plans. With --json `[{"name","title","question","about","runs":[…]}]`.
[[nodiscard]] int listPlans(const ListPlans &command);

} // namespace loopscope
