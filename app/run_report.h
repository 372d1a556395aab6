// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "core/analysis/session_verdict.h"

namespace loopscope {

/// What came of the runs of a plan. Borrows their store.
struct RunReport
{
    const Store &store;
    ClaimReport claims;       ///< of a plan that ran once
    SessionVerdicts repeated; ///< of a timing session

    [[nodiscard]] bool isAnyBroken() const
    {
        return claims.count(ClaimVerdict::Broken) > 0 || repeated.isAnyBroken();
    }
    [[nodiscard]] QList<Problem> problems() const { return claims.problems + repeated.problems; }
};

/// Prints it as `command` wants it; the JSON is described at runPlan.
void printReport(const RunReport &report, const RunPlan &command);

} // namespace loopscope
