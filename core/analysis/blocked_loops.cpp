// SPDX-License-Identifier: MIT
#include "core/analysis/blocked_loops.h"

#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

#include <algorithm>

namespace loopscope {

namespace {

Hazard hazardOf(const Store &store, HazardKind kind, const LoopStep &step)
{
    Hazard hazard;
    hazard.kind = kind;
    hazard.run = store.event(step.begin).run;
    hazard.task = step.task;
    hazard.at = step.span.begin;
    hazard.length = step.span.length();
    if (const TaskInfo *task = store.task(step.task))
        hazard.name = task->name;
    else
        hazard.text = PayloadView(store.payload(step.begin)).text("of");
    hazard.events.push_back(step.begin);
    return hazard;
}

/// When a step that begins with `resumed` could have begun.
TracePoint couldBegin(const Store &store, const Event &resumed)
{
    if (!store.contains(resumed.cause) || store.event(resumed.cause).kind != EventKind::Ready)
        return resumed.at;
    const Event &ready = store.event(resumed.cause);
    if (!store.contains(ready.cause) || store.event(ready.cause).kind != EventKind::TimerFired)
        return ready.at;
    const Event &timer = store.event(ready.cause);
    const RunInfo *run = store.run(timer.run);
    const auto due = PayloadView(store.payload(timer.id)).integer("due_ns");
    return run && due ? std::min(ready.at, safeLater(run->begin, Nanos(*due))) : ready.at;
}

/// Keeps the longest few, the longest first.
void list(std::vector<DelayedStep> &delayed, const DelayedStep &step, qsizetype most)
{
    const auto place = std::ranges::upper_bound(delayed, step.late, std::greater(), &DelayedStep::late);
    delayed.insert(place, step);
    if (qsizetype(delayed.size()) > most)
        delayed.pop_back();
}

/// Holds the wait of one step against the blocks that it had to wait for, the latest first.
void blame(std::vector<Hazard> &blocks, const DelayedStep &step, TimeSpan waited, const HazardLimits &limits)
{
    qsizetype looked = 0;
    for (auto block = blocks.rbegin(); block != blocks.rend() && looked < limits.blocksLookedBack;
         ++block, ++looked) {
        const TimeSpan span{block->at, block->at + block->length};
        if (span.end <= waited.begin)
            return;
        const Nanos late = span.clampedTo(waited).length();
        if (late <= Nanos(0))
            continue;
        ++block->delayedCount;
        list(block->delayed, {step.task, step.resumed, late}, limits.mostListed);
    }
}

} // namespace

std::vector<Hazard> blockedLoops(const Store &store, const std::vector<LoopStep> &steps,
                                 const HazardLimits &limits)
{
    std::vector<Hazard> blocks;
    for (const LoopStep &step : steps) {
        const Event &begin = store.event(step.begin);
        if (begin.kind == EventKind::Resumed && !blocks.empty())
            blame(blocks, {begin.task, begin.id, {}},
                  {std::min(couldBegin(store, begin), begin.at), begin.at}, limits);
        if (step.span.length() < limits.blocked)
            continue;
        Hazard &block = blocks.emplace_back(hazardOf(store, HazardKind::BlockedLoop, step));
        if (step.end)
            block.events.push_back(step.end);
    }
    return blocks;
}

std::vector<Hazard> nestedLoops(const Store &store, const std::vector<LoopStep> &steps)
{
    std::vector<Hazard> nested;
    for (const LoopStep &step : steps) {
        if (!step.nested)
            continue;
        Hazard &hazard = nested.emplace_back(hazardOf(store, HazardKind::NestedLoop, step));
        hazard.events.push_back(step.nested);
        if (step.end)
            hazard.events.push_back(step.end);
    }
    return nested;
}

} // namespace loopscope
