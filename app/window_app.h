// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// Opens the window, or takes a picture of it; returns when it is closed or taken, with the exit code.
[[nodiscard]] int runWindow(const OpenWindow &command, int argc, char **argv);

} // namespace loopscope
