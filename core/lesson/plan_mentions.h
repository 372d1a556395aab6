// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim_reader.h"
#include "core/plan/plan.h"

#include <QSet>

namespace loopscope {

/// What a sidecar may speak of: the names and the notes of a plan.
struct PlanMentions
{
    ClaimNames names;
    QSet<QString> notes;
};

[[nodiscard]] PlanMentions mentionsOf(const Plan &plan);

} // namespace loopscope
