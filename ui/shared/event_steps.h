// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"
#include "ui/shared/playhead.h"

namespace loopscope {

/// Where to go from the present instant.
enum class EventStep { Previous, Next, PreviousOfTask, NextOfTask, First, Last };

/// The event one step away, within the playhead's run (the first run where there is none). Steps of a task
/// follow `task`. The same event when there is none further; none in an empty recording.
[[nodiscard]] EventId eventAfter(const Store &store, const Moment &from, TaskId task, EventStep step);

} // namespace loopscope
