// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/lesson/lesson.h"

#include <QByteArray>
#include <QString>

namespace loopscope {

/// A plan as it is written, and where.
struct PlanText
{
    QString name; ///< the built-in plan's, or the file's without its folder
    QString path; ///< of the file, absolute; empty for a built-in plan
    QByteArray text;
};

/// Whether PLAN means a built-in plan: one has that name, and no file has it. A folder is no plan.
[[nodiscard]] bool isBuiltinPlan(const QString &plan);

/// Reads PLAN as the command line means it: a file, else a built-in plan of that name.
[[nodiscard]] Result<PlanText> readPlanText(const QString &plan);

/// Reads the sidecar of that PLAN; a plan without one has its texts in English, and no claims. `plan` is the
/// text that readPlanText gave for `name`.
[[nodiscard]] tl::expected<Lesson, QList<Problem>> readLesson(const QString &name, const PlanText &text,
                                                              const Plan &plan);

} // namespace loopscope
