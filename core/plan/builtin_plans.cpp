// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"

#include <QFile>

namespace loopscope {

QStringList builtinPlanNames()
{
    return {QStringLiteral("tutorial"),          QStringLiteral("hand_off"),
            QStringLiteral("joinall"),           QStringLiteral("fire_and_look"),
            QStringLiteral("future"),            QStringLiteral("executor"),
            QStringLiteral("fetch"),             QStringLiteral("fetch_three"),
            QStringLiteral("one_falls"),         QStringLiteral("cancel_from_above"),
            QStringLiteral("cancel_from_below"), QStringLiteral("blocked_loop")};
}

std::optional<QByteArray> builtinPlanText(const QString &name)
{
    // Asked of the list, not of the resources, so that no name such as "../x" reaches a path.
    if (!builtinPlanNames().contains(name))
        return std::nullopt;
    QFile file(QStringLiteral(":/loopscope/plans/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace loopscope
