// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <vector>

namespace loopscope {

/// How much of a stretch of time a task ran and stood ready.
struct BusyTimes
{
    Nanos running{0};
    Nanos ready{0};
};

/// Running totals over a task's spans, so that the times of any stretch cost two look-ups however many
/// switches lie in it. Grows with the task; spans that ended never change.
class StateSums
{
public:
    /// Takes in the spans that ended since the last call.
    void extend(const TaskInfo &task);
    /// Exact times in `span` of a task that `extend` has seen as it is. An open last span lasts until
    /// `openEnd`.
    [[nodiscard]] BusyTimes within(const TaskInfo &task, TimeSpan span, TracePoint openEnd) const;

private:
    [[nodiscard]] BusyTimes before(const TaskInfo &task, TracePoint at, TracePoint openEnd) const;

    std::vector<BusyTimes> m_until{{}}; ///< [i]: of the first i spans
};

} // namespace loopscope
