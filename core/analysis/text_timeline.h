// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

struct TextTimelineSize
{
    int columns = 80;   ///< of a whole line
    int mostTasks = 40; ///< rows per run; how many more there are is said below them
};

/// The recording as a picture of characters: all runs start at the left and share one scale, one row per
/// task. Running █, ready ▄, suspended ─, created ·; ✓ done, ✗ failed, ⊘ cancelled.
///
/// A step too short for a column still fills one: the picture shows every step there was, not its length. All
/// else shows the state that takes the most of its column.
[[nodiscard]] QString textTimeline(const Store &store, TextTimelineSize size = {});

} // namespace loopscope
