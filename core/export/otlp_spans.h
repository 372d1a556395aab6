// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/recording_info.h"
#include "core/trace/store.h"

#include <functional>

namespace loopscope {

/// Tells a recording as OpenTelemetry spans in OTLP/JSON (opentelemetry-proto, trace/v1/trace.proto): one
/// trace per run; in it a span of the run, of each task (its parent the task that created it), request and
/// job (their parent the task). Who woke a task is a link to that task's span, with how often; prints,
/// errors, stalls and cancellations are events. A task that failed has the status Error, one that returned
/// has Ok.
///
/// Times are those of the machine that recorded, on a virtual clock as if it had started then. As
/// OpenTelemetry's own SDKs do, a span keeps 128 events and links, and counts the others as dropped.
///
/// Calls `take` with each span, one compact JSON object.
void tellOtlpSpans(const Store &store, const RecordingInfo &info,
                   const std::function<void(const QByteArray &span)> &take);

/// So many spans there are.
[[nodiscard]] qsizetype otlpSpanCount(const Store &store);

} // namespace loopscope
