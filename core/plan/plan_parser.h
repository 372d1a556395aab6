// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/plan/plan.h"

#include <QList>

namespace loopscope {

/// A plan cannot change once it is read, and is shared by everything that runs or shows it.
using PlanRef = std::shared_ptr<const Plan>;

/// Reads a plan and checks everything that can be known before it runs. All problems of the text are listed,
/// in its order, each with path, line and column; only a text that is no JSON stops at its first. `fileName`
/// is what the problems call the file.
[[nodiscard]] tl::expected<PlanRef, QList<Problem>> parsePlan(const QByteArray &json,
                                                              const QString &fileName);

} // namespace loopscope
