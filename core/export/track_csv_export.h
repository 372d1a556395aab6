// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/trace/track_store.h"

namespace loopscope {

/// What of another program's trace becomes lines of a table.
enum class TrackCsvRows : quint8 { Everything, Slices };

/// Writes another program's trace as a table with a line of headings, track by track:
/// `track,track_name,kind,process,what,depth,name,category,begin_s,length_s,value,arguments`. `what` is
/// slice, instant or sample. Times are seconds since the trace began, to the nanosecond; the length is empty
/// where there is none, as of a slice that never ended. Cells are as csvCell makes them.
void exportTracksCsv(const TrackStore &tracks, TrackCsvRows rows, TextSink &out);

} // namespace loopscope
