// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_problems.h"
#include "core/plan/plan.h"

namespace loopscope {

/// Reads the words of the language that stand as values: types of errors, true and false, ways to wait. A
/// word that is none is reported.

[[nodiscard]] QString readRaisedType(JsonProblems &problems, const JsonCursor &at);
[[nodiscard]] QString readCaughtType(JsonProblems &problems, const JsonCursor &at);
[[nodiscard]] Errors readReturnExceptions(JsonProblems &problems, const JsonCursor &at);
[[nodiscard]] WaitUntil readReturnWhen(JsonProblems &problems, const JsonCursor &at);

} // namespace loopscope
