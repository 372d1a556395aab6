// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/session_stats.h"

namespace loopscope {

/// `10 repeats after 2 warm-ups, real clock`, and what was left out.
[[nodiscard]] QString repeatsText(const RunStats &run);

/// `a`, and `a #2` for the second task of that name in its run.
[[nodiscard]] QString labelOf(const QString &task, int order);

} // namespace loopscope
