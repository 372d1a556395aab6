// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope run`: runs a plan on this thread, judges its claims, and says what came of it. With --json one
/// object on standard output: "plan", "clock", "runs", a list of `{"run","outcome",…,"cost","prints":[…]}`,
/// where the members after the outcome are "value", or "type", "message" and "errors" of an exception, and
/// "claims", see toJson(ClaimReport).
///
/// A timing session prints figures instead of what its runs print. Its JSON has "repeat" or "warmup" in each
/// run, "stats" (see toJson(SessionStats)), and "held" and "of" in each claim.
///
/// SIGINT cancels main, as Ctrl+C cancels asyncio.run; a second one abandons the run. Either way files are
/// finished, and the exit code says so. When they are, while claims are judged, it ends the program.
[[nodiscard]] int runPlan(const RunPlan &command);

} // namespace loopscope
