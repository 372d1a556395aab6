// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/trace/track_store.h"

namespace loopscope {

/// Writes another program's trace as Chrome Trace Event JSON: a process for each of its processes, and one
/// for what belongs to none; a thread for each track, also for tasks, so that arrows find what they are bound
/// to. X for slices, B for those without an end, i for instants, C for counters, s and f for arrows. Tracks
/// whose slices overlap become a thread for each row. Times are the trace's own.
///
/// Arguments that are no JSON are written as a text. Streams: memory does not grow with the slices.
void exportTracksChrome(const TrackStore &tracks, TextSink &out);

} // namespace loopscope
