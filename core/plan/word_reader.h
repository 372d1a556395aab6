// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"
#include "core/plan/plan_problems.h"

namespace loopscope {

/// Reads the words of the language that stand as values: types of errors, true and false, ways to wait. A
/// word that is none is reported.

[[nodiscard]] QString readRaisedType(PlanProblems &problems, const JsonCursor &at);
[[nodiscard]] QString readCaughtType(PlanProblems &problems, const JsonCursor &at);
[[nodiscard]] Errors readReturnExceptions(PlanProblems &problems, const JsonCursor &at);
[[nodiscard]] WaitUntil readReturnWhen(PlanProblems &problems, const JsonCursor &at);

} // namespace loopscope
