// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"

#include <QFile>

namespace loopscope {

namespace {

constexpr const char *names[]{
    "tutorial",
    "hand_off",
    "joinall",
    "create_task",
    "juggler",
    "fire_and_look",
    "future",
    "executor",
    "fetch",
    "fetch_three",
    "await_in_place",
    "between_cells",
    "loop_in_loop",
    "what_run_does",
    "gather_or_wait",
    "wait_dials",
    "one_falls",
    "cancel_from_above",
    "cancel_from_below",
    "task_group",
    "as_completed",
    "blocked_loop",
    "cures",
    "timeouts",
    "thread_goes_on",
    "lost_update",
    "gate_of_three",
    "lost_task",
    "deadlock",
    "eager_or_lazy",
    "unheard_error",
    "owner_dies",
    "captures",
    "reentry",
    "chain_of_resumes",
    "honest_timer",
};

} // namespace

QStringList builtinPlanNames()
{
    QStringList list;
    for (const char *name : names)
        list << QString::fromLatin1(name);
    return list;
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
