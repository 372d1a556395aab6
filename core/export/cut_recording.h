// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/session/perfetto_reader.h"

#include <QStringList>

namespace loopscope {

/// What a cut keeps. All that is said must be met: the right time, one of the runs, one of the tasks.
struct CutChoice
{
    std::optional<Nanos> from = {}; ///< since the recording began; with `runs`, since each of these began
    std::optional<Nanos> to = {};   ///< included
    QStringList runs = {};          ///< names; empty for all
    QStringList tasks = {}; ///< names of tasks or coroutines; empty for all, and the loop's lane with them
};

/// A part of a recording that is a whole recording again, and begins at 0.
///
/// Runs and tasks, passes, callbacks, requests and jobs that had begun before `from` begin there, each task
/// in the state it was in; what lasts beyond `to` stays open. A cause that was not kept is left out. Chosen
/// tasks bring their own events, requests and jobs, and the beginnings and ends of their runs. What was cut
/// is noted in the metadata, under "cut". Bookmarks within stay where they were; what the window showed of
/// the whole is forgotten.
///
/// A Problem when nothing is left, or when a run or task of that name is not there.
[[nodiscard]] Result<LoadedRecording> cutRecording(const LoadedRecording &source, const CutChoice &choice);

} // namespace loopscope
