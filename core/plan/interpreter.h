// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/promise.h"
#include "core/plan/frame.h"

namespace loopscope {

/// The interpreter: steps of a plan, run by coroutines of core/loop. It keeps no queue, timer or task of its
/// own: a step that waits awaits what its asyncio function is called in core/loop, and what order things
/// happen in is the loop's affair alone.

/// What a list of steps came to: the value of the "return" among them, or nothing.
using Flow = std::optional<Value>;

/// A call of a coroutine, as an argument of createTask or awaited. `execution` and `coroutine` outlive it.
QCoro::Task<Value> runCall(Execution *execution, const Coroutine *coroutine, std::vector<Value> arguments);

/// Runs steps one after the other. `frame` and `steps` outlive it.
QCoro::Task<Flow> runSteps(Frame *frame, const Steps *steps);

/// Runs steps that never wait, outside of any task: those of a callback, or of "shared". Throws what they
/// raise.
void runStepsNow(Frame &frame, const Steps &steps);

} // namespace loopscope
