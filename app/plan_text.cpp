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

Result<QByteArray> readWhole(const QFileInfo &info, const QString &name)
{
    QFile file(info.filePath());
    if (info.isDir())
        return refuse(QT_TRANSLATE_NOOP("Problem", "this is a folder, not a plan"), {}, name);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {file.errorString()}, name);
    if (file.size() > longestPlan)
        return refuse(QT_TRANSLATE_NOOP("Problem", "is too large for a plan"), {}, name);
    return file.readAll();
}

} // namespace

bool isBuiltinPlan(const QString &plan)
{
    const QFileInfo info(plan);
    return (!info.exists() || info.isDir()) && builtinPlanText(plan).has_value();
}

Result<PlanText> readPlanText(const QString &plan)
{
    if (isBuiltinPlan(plan))
        return PlanText{plan, {}, *builtinPlanText(plan)};
    const QFileInfo info(plan);
    if (!info.exists())
        return refuse(
            QT_TRANSLATE_NOOP("Problem", "there is no such file, and no built-in plan of that name"), {},
            plan);
    return readWhole(info, plan).map([&](const QByteArray &text) {
        return PlanText{info.fileName(), info.absoluteFilePath(), text};
    });
}

tl::expected<Lesson, QList<Problem>> readLesson(const QString &name, const PlanText &text, const Plan &plan)
{
    const QString file = lessonFileOf(name);
    if (text.path.isEmpty()) {
        const auto builtin = builtinLessonText(text.name);
        return builtin ? parseLesson(*builtin, file, plan) : lessonOf(plan);
    }
    const QFileInfo info(lessonFileOf(text.path));
    if (!info.exists())
        return lessonOf(plan);
    const auto sidecar = readWhole(info, file);
    if (!sidecar)
        return tl::unexpected(QList<Problem>{sidecar.error()});
    return parseLesson(*sidecar, file, plan);
}

} // namespace loopscope
