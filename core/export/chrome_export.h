// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"

namespace loopscope {

/// Writes a recording as Chrome Trace Event JSON (the Trace Event Format document of the Chromium project),
/// which chrome://tracing, Perfetto, Speedscope and others open: a process per run, a thread per lane (see
/// walkLanes), B and E for slices, i for moments, s and f for who woke whom. Times are microseconds with the
/// nanoseconds behind the point. Events carry their number and payload in `args`, and so do ends that say how it
/// ended (`end_event`, `end`); what the recording says about itself is in `otherData`.
///
/// Streams: memory does not grow with the recording, but for its open lanes.
void exportChrome(const Store &store, const RecordingInfo &info, TextSink &out);

} // namespace loopscope
