// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"

namespace loopscope {

/// Draws a recording as SVG: below each other the runs, all beginning at 0 on one scale; in each the loop's
/// passes, the tasks with their states and how they ended, requests and jobs; a time axis and a legend.
/// Prints are dots; a hand on most things tells what they are. Light or dark as the reader prefers.
///
/// Of very many lanes only the first are drawn, and what is left out is counted below. All text that came
/// from the recording is escaped (see markup). Needs no script and no network.
void exportSvg(const Store &store, const RecordingInfo &info, TextSink &out);

} // namespace loopscope
