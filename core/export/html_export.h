// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"

namespace loopscope {

/// Writes a recording as one page that needs nothing else: what the recording says about itself, the picture
/// (see exportSvg), figures over the repeats where there are several, a table of tasks for each run, what
/// went wrong, what was printed, and the plan. No script, no network, and a content security policy that
/// allows neither; all text that came from the recording is escaped. Of very long lists only the beginning is
/// written, and what is left out is counted.
void exportHtml(const Store &store, const RecordingInfo &info, TextSink &out);

} // namespace loopscope
