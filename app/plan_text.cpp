// SPDX-License-Identifier: MIT
#include "app/plan_text.h"

#include "core/plan/builtin_plans.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace loopscope {

namespace {

constexpr qint64 longestPlan = 16 << 20; ///< bytes; what is larger is no plan that a person wrote

tl::unexpected<Problem> refuse(const char *what, const QStringList &arguments, const QString &file)
{
    return failure(Problem{.what = what, .arguments = arguments, .file = file});
}

} // namespace

Result<PlanText> readPlanText(const QString &plan)
{
    const QFileInfo info(plan);
    if (!info.exists()) {
        if (const auto text = builtinPlanText(plan))
            return PlanText{plan, {}, *text};
        return refuse(
            QT_TRANSLATE_NOOP("Problem", "there is no such file, and no built-in plan of that name"), {},
            plan);
    }
    QFile file(plan);
    if (info.isDir())
        return refuse(QT_TRANSLATE_NOOP("Problem", "this is a folder, not a plan"), {}, plan);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {file.errorString()}, plan);
    if (file.size() > longestPlan)
        return refuse(QT_TRANSLATE_NOOP("Problem", "is too large for a plan"), {}, plan);
    return PlanText{info.fileName(), info.absoluteFilePath(), file.readAll()};
}

} // namespace loopscope
