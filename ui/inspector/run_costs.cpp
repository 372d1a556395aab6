// SPDX-License-Identifier: MIT
#include "ui/inspector/run_costs.h"

#include <algorithm>

namespace loopscope {

QList<RunCost> runCosts(const Store &store)
{
    QList<RunCost> costs;
    std::optional<Nanos> least;
    int ended = 0;
    for (const RunInfo &run : store.runs()) {
        costs += {run.id, run.name, run.cost, {}};
        if (!run.cost)
            continue;
        ++ended;
        least = std::min(least.value_or(*run.cost), *run.cost);
    }
    for (RunCost &cost : costs)
        if (cost.cost && ended > 1)
            cost.behind = *cost.cost - *least;
    return costs;
}

} // namespace loopscope
