// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

namespace loopscope {

/// A problem's message in the language of the window: its template, translated, with its arguments.
[[nodiscard]] QString problemText(const Problem &problem);

} // namespace loopscope
