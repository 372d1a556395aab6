// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"

#include <QByteArrayList>

namespace loopscope {

/// Writes a recording as one ExportTraceServiceRequest in OTLP/JSON; see tellOtlpSpans for what is in it.
void exportOtlp(const Store &store, const RecordingInfo &info, TextSink &out);

/// The same in requests of a size that collectors take: at most 512 spans each, and 2 MB unless a single span
/// is larger.
[[nodiscard]] QByteArrayList otlpRequests(const Store &store, const RecordingInfo &info);

} // namespace loopscope
