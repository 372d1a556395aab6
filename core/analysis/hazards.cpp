// SPDX-License-Identifier: MIT
#include "core/analysis/hazards.h"

#include "core/analysis/awaits_in_a_row.h"
#include "core/analysis/blocked_loops.h"
#include "core/analysis/task_hazards.h"

#include <algorithm>
#include <iterator>

namespace loopscope {

std::vector<Hazard> hazardsOf(const Store &store, const HazardLimits &limits)
{
    const std::vector<LoopStep> steps = loopStepsOf(store);
    std::vector<Hazard> all = blockedLoops(store, steps, limits);
    const auto add = [&](std::vector<Hazard> found) { std::ranges::move(found, std::back_inserter(all)); };
    add(nestedLoops(store, steps));
    for (const RunInfo &run : store.runs()) {
        add(lostExceptions(store, run));
        add(neverAwaited(store, run));
        add(lateCancels(store, run, limits));
        add(awaitsInARow(store, run, limits));
        add(neverResumed(store, run));
    }
    std::ranges::stable_sort(
        all, [](const Hazard &a, const Hazard &b) { return a.run != b.run ? a.run < b.run : a.at < b.at; });
    return all;
}

} // namespace loopscope
