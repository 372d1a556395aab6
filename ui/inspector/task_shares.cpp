// SPDX-License-Identifier: MIT
#include "ui/inspector/task_shares.h"

#include <algorithm>

namespace loopscope {

TaskShares taskShares(const TaskInfo &task, TracePoint now)
{
    TaskShares shares;
    for (const StateSpan &span : task.states) {
        const Nanos length = std::max(span.begin, span.end.value_or(now)) - span.begin;
        shares.time[size_t(span.state)] += length;
        shares.total += length;
    }
    return shares;
}

} // namespace loopscope
