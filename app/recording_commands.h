// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/option_parser.h"

namespace loopscope {

/// The commands that work on recordings without a window, as the table of app/command_table.h has the others.
[[nodiscard]] QList<CommandSpec> recordingSpecs();

/// What the options of one of them mean; empty when `name` is none of them.
[[nodiscard]] std::optional<Result<Command>> recordingCommand(const QString &name,
                                                              const ParsedOptions &options);

} // namespace loopscope
