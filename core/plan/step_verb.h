// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_problems.h"
#include "core/plan/language.h"

namespace loopscope {

struct StepVerb
{
    Verb verb;
    QString key; ///< as it is written
};

/// The one verb of a step. A misspelled one is reported and then taken for what is meant, so that what it
/// holds is checked as well; nothing comes back where there is none, or more than one.
[[nodiscard]] std::optional<StepVerb> findStepVerb(JsonProblems &problems, const JsonCursor &step);

} // namespace loopscope
