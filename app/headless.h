// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// Carries out a command that needs no window, with no display and no Gui; returns the exit code. `run` is
/// among them, so a QCoreApplication must be there.
[[nodiscard]] int runHeadless(const Command &command);

} // namespace loopscope
