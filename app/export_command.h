// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope export`: writes a recording in another form, or sends it to a collector. A file appears under
/// its name when it is whole.
[[nodiscard]] int exportRecording(const ExportRecording &command);

} // namespace loopscope
