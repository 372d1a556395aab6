// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/trace/store.h"

namespace loopscope {

/// What a line of a table is.
enum class CsvRows : quint8 {
    Events, ///< event,time_s,run,run_name,kind,task,task_name,cause,subject,payload
    /// run,run_name,lane,number,name,depth,slice,begin_s,length_s,event,end_event; as each ends. The end_event is what
    /// says how it ended, and empty where the next slice began.
    Slices
};

/// Writes a recording as a table with a line of headings (RFC 4180: CRLF, quotes doubled). Times are seconds
/// since the recording began, to the nanosecond. Numbers are empty where there is none.
/// Cells are as csvCell makes them; payloads are JSON and begin with a brace.
void exportCsv(const Store &store, CsvRows rows, TextSink &out);

} // namespace loopscope
