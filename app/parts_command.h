// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope cut`: writes a part of a recording as a recording of its own.
[[nodiscard]] int cutRecording(const CutRecording &command);

/// `loopscope merge`: writes several recordings as one.
[[nodiscard]] int mergeRecordings(const MergeRecordings &command);

} // namespace loopscope
