// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope show`: what a recording holds. What is wrong with it goes to standard error; what could be read
/// is shown all the same. With --json one object: "file", "info" (what it says about itself), and the members
/// of the summary, "events" and "runs" (see core/analysis/recording_summary.h).
[[nodiscard]] int showRecording(const ShowRecording &command);

} // namespace loopscope
