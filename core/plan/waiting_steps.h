// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/interpreter.h"

namespace loopscope {

/// The verbs that suspend their task. Each evaluates what the step says in the order of the language, says
/// what the task is about to wait for, and awaits. `frame` and `step` outlive the coroutine.

QCoro::Task<Flow> runSleep(Frame *frame, const Step *step);
QCoro::Task<Flow> runAwait(Frame *frame, const Step *step);
QCoro::Task<Flow> runGather(Frame *frame, const Step *step);
QCoro::Task<Flow> runWait(Frame *frame, const Step *step);
QCoro::Task<Flow> runWaitFor(Frame *frame, const Step *step);
QCoro::Task<Flow> runShield(Frame *frame, const Step *step);
QCoro::Task<Flow> runExecutor(Frame *frame, const Step *step);
QCoro::Task<Flow> runFetch(Frame *frame, const Step *step);

} // namespace loopscope
