// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/interpreter.h"

namespace loopscope {

/// Runs a step that makes or uses a lock, semaphore, event, condition or queue and never waits. False, with
/// nothing done, for any other.
bool runSyncStep(Frame &frame, const Step &step);

/// Those that may wait: "acquire", "event_wait", "condition_wait", "put", "get", "queue_join". `frame` and
/// `step` outlive the coroutine.
QCoro::Task<Flow> runSyncWait(Frame *frame, const Step *step);

/// "with": holds a lock while its steps run.
QCoro::Task<Flow> runWith(Frame *frame, const Step *step);

} // namespace loopscope
