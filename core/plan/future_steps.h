// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/items.h"

namespace loopscope {

/// Runs a step that makes, asks or settles a task or future, and never waits. False, with nothing done, for
/// any other.
bool runFutureStep(Frame &frame, const Step &step);

/// What "task" and "spawn" have in common: `create` makes the task, the step's options say where it goes.
void makeTask(Frame &frame, const Step &step,
              const std::function<AnyFuture(PendingCall call, const QString &name)> &create);

} // namespace loopscope
