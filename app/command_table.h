// SPDX-License-Identifier: MIT
#pragma once

#include "app/option_parser.h"

namespace loopscope {

/// What each command understands, as data: parser and help are both made from it. The command line speaks
/// English, so that what it prints can be relied on by scripts; only the window is translated.
[[nodiscard]] CommandSpec windowSpec(const QString &name); ///< `name` is empty or "open"
[[nodiscard]] CommandSpec runSpec();
[[nodiscard]] CommandSpec checkSpec();
[[nodiscard]] CommandSpec plansSpec();
[[nodiscard]] CommandSpec showSpec();
[[nodiscard]] CommandSpec listingSpec();

/// What every command understands.
[[nodiscard]] OptionSpec helpOption();
[[nodiscard]] OptionSpec versionOption();
[[nodiscard]] OptionSpec jsonOption();

} // namespace loopscope
