// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// A stretch in which the loop was one task's or one callback's: from Resumed to Suspended or Done, from
/// CallbackBegin to CallbackEnd.
struct LoopStep
{
    EventId begin;
    EventId end; ///< the event that ended it; none where the recording, the pass or the run ended first
    TimeSpan span;
    TaskId task;    ///< none: a callback
    EventId nested; ///< the first event inside that only another round of an event loop can have brought
};

/// All steps of a recording, in order. A step inside another's (a nested event loop) is part of that.
[[nodiscard]] std::vector<LoopStep> loopStepsOf(const Store &store);

} // namespace loopscope
