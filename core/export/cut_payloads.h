// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// How much was cut away of the run that an event belongs to.
struct CutAway
{
    Nanos clipped{0};          ///< so long before its new beginning it began
    bool areTasksGone = false; ///< it does not have all its tasks any more
};

/// The payload of an event that would say something else after the cut: when a clipped run began, when its
/// timers were due, what a task is called that has another number now, who waits for whom by such numbers.
/// Empty where the event's own payload may stay.
[[nodiscard]] std::optional<QByteArray> cutPayload(const Store &store, const Event &event,
                                                   const CutAway &away);

} // namespace loopscope
