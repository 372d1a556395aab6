// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QString>

namespace loopscope {

/// The picture of a recording as text: every row with its bars, columns, marks and their texts, then all
/// arrows, at the usual size, `span` (since the start of each run) spread over `width` pixels. Two recordings
/// with the same text look the same; the live window and a reopened file are compared this way.
[[nodiscard]] QString geometryText(const Store &store, TimeSpan span, double width);

} // namespace loopscope
