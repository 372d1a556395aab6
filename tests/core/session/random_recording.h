// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/loop_observer.h"
#include "core/trace/channel.h"

#include <functional>
#include <vector>

namespace loopscope {

/// What a loop says that only pretends, for two runs; `afterPass` is called after each of their `steps` passes.
void pretendRuns(LoopObserver &observer, quint32 seed, int steps, const std::function<void()> &afterPass = {});

/// A recording as loops make them: runs with passes, timers, callbacks, tasks that create, wake, cancel and
/// await each other, prints, jobs and requests, all in a possible order. The same for the same seed.
[[nodiscard]] std::vector<Record> likelyRecording(quint32 seed, int steps);

/// Events of any kind with any numbers in any order of times; only ids and first uses of payloads are in
/// order.
[[nodiscard]] std::vector<Record> wildRecording(quint32 seed, int events);

} // namespace loopscope
