// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

namespace loopscope {

/// A store as text, one line for each track and each row, times in nanoseconds:
///
///     Process 1 "loop"
///       Thread 7 "main"
///         | a 0..10 {"x":1} | b 12.. |
///         ! spark 5 !
///     flow "main" 3 -> "other" 9
[[nodiscard]] QString trackText(const TrackStore &store);

} // namespace loopscope
