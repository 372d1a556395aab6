// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/part_file.h"
#include "core/session/recording_stream.h"
#include "core/trace/store.h"

namespace loopscope {

/// Saves what a store holds now, as one file, in one step: when it fails, an existing file stays as it was.
[[nodiscard]] Result<void> saveRecording(const QString &path, const RecordingInfo &info, const Store &store,
                                         IfExists ifExists, Packing packing = Packing::Compressed);

} // namespace loopscope
