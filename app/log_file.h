// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

class Store;

/// Whether the log that `command` asks for can be written where it shall be, which is better known before a long run
/// than behind it: a file that is there needs --force, and the recording needs one of its own.
[[nodiscard]] Result<void> checkLog(const RunPlan &command);

/// Writes the event log of all runs where it is to be a file, as a whole or not at all.
[[nodiscard]] Result<void> writeLog(const Store &store, const RunPlan &command);
/// Prints it on standard output.
void printLog(const Store &store);

} // namespace loopscope
