// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <functional>

namespace loopscope {

/// How much was cut away of the run that an event belongs to.
struct CutAway
{
    Nanos clipped{0};          ///< so long before its new beginning it began
    /// The number that a task of the run has now within it, given the one that it had; 0 for one that is gone.
    std::function<quint32(quint32)> taskNumber;
};

/// The payload of an event that would say something else after the cut: when a clipped run began, when its
/// timers were due, what a task is called that has another number now, who waits for whom by such numbers.
/// Empty where the event's own payload may stay.
[[nodiscard]] std::optional<QByteArray> cutPayload(const Store &store, const Event &event,
                                                   const CutAway &away);

} // namespace loopscope
