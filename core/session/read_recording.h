// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/perfetto_reader.h"

#include <atomic>

namespace loopscope {

/// How far reading has come, and whether it should go on. Shared by the thread that reads and those that watch it.
struct ReadProgress
{
    std::atomic<qint64> bytesRead = 0;
    std::atomic<qint64> bytesInAll = 0;
    std::atomic<bool> isCancelled = false; ///< set it to stop reading; what was read so far stays
};

/// Who gets what is read: on the thread that calls, in order.
struct ReadTarget
{
    std::function<void(const RecordingInfo &)> info; ///< once, before the first event
    RecordSink record;
};

/// Reads a file from beginning to end and gives its events to `target`; other threads (Qt Concurrent's) unpack what
/// comes next meanwhile. Returns what the file lacks; a Problem when it cannot be read or is no recording. A file that
/// grows or shrinks meanwhile is read as long as it was at first, or up to where it ends.
[[nodiscard]] Result<std::vector<Problem>> readRecording(const QString &path, const ReadTarget &target,
                                                         ReadProgress *progress = nullptr);

/// Reads a whole file into a store.
[[nodiscard]] Result<LoadedRecording> readRecording(const QString &path, ReadProgress *progress = nullptr);

} // namespace loopscope
