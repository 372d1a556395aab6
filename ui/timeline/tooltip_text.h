// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/hit_test.h"

#include <QString>

namespace loopscope {

/// What the pointer rests on, in a few lines of rich text: name, state, from, length, cause. Empty for bare
/// ground.
[[nodiscard]] QString tooltipText(const Store &store, const Hit &hit, TracePoint openEnd);

} // namespace loopscope
