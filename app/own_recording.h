// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/perfetto_reader.h"

namespace loopscope {

/// Reads a recording for a command that understands no other files, and tells what it lacks. Of another
/// program's trace the Problem says what can be done with it instead.
[[nodiscard]] Result<LoadedRecording> readOwnRecording(const QString &file);

} // namespace loopscope
