// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/loop.h"
#include "core/plan/plan_parser.h"
#include "core/plan/thing.h"

namespace loopscope {

class Fetcher;

/// What the coroutines and callbacks of one run of a plan share: the plan, the loop, the shared variables.
/// Outlives the loop's tasks, whose frames refer to it.
class Execution
{
public:
    /// `fetcher` may be null: then "fetch" raises a RuntimeError.
    Execution(PlanRef plan, Loop &loop, Fetcher *fetcher)
        : m_plan(std::move(plan)), m_loop(loop), m_fetcher(fetcher),
          m_shared(size_t(m_plan->sharedNames.size()))
    {
    }
    Execution(const Execution &) = delete;
    Execution &operator=(const Execution &) = delete;

    [[nodiscard]] const Plan &plan() const { return *m_plan; }
    [[nodiscard]] Loop &loop() const { return m_loop; }
    [[nodiscard]] Fetcher *fetcher() const { return m_fetcher; }
    [[nodiscard]] ThingRegistry &things() { return m_things; }
    /// A shared variable; empty while nothing has set it.
    [[nodiscard]] std::optional<Value> &shared(int slot) { return m_shared[size_t(slot)]; }

    /// When the run is over: cuts the rings of things and values, which nobody else could free.
    void letGo()
    {
        m_shared.clear();
        m_things.letAllGo();
    }

private:
    PlanRef m_plan;
    Loop &m_loop;
    Fetcher *m_fetcher;
    ThingRegistry m_things;
    std::vector<std::optional<Value>> m_shared;
};

} // namespace loopscope
