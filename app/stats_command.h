// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

namespace loopscope {

/// `loopscope stats`: figures over all repeats of a recording. What is wrong with the file goes to standard
/// error. With --json one object: "file", "info" (what the recording says about itself), and "runs", see
/// toJson(SessionStats).
[[nodiscard]] int showStats(const ShowStats &command);

/// `loopscope compare`: what differs between two recordings. With --json one object: "before" and "after"
/// (the files), the members of toJson(RecordingComparison), and with --fail-above "exceeded", the list of
/// what is slower by more than that, and "unjudged", the runs of which it cannot be said (gone, ending otherwise, too
/// seldom repeated …). Where anything is unjudged, or nothing can be judged (no run in common, single repeats),
/// --fail-above is misuse rather than a silent success.
[[nodiscard]] int compareRecordings(const CompareRecordings &command);

} // namespace loopscope
