// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/builtin_plans.h"
#include "tests/support/plan_run.h"

#include <QDir>
#include <QFile>

namespace loopscope {

/// A plan whose listings are run.
struct ShownPlan
{
    QString name;
    PlanRef plan;
    bool fetches = false;
};

/// All built-in plans, those of the conformance tests, and those that are made to be hard to list.
inline std::vector<ShownPlan> shownPlans()
{
    std::vector<ShownPlan> plans;
    const auto add = [&](const QString &name, const QByteArray &text) {
        const auto plan = parsePlan(text, name);
        plans.push_back({name, plan ? *plan : nullptr, text.contains("\"fetch\"")});
    };
    for (const QString &name : builtinPlanNames())
        add(QStringLiteral("builtin_") + name, builtinPlanText(name).value());
    for (const char *const path : {CONFORMANCE_DIR "/plans", LISTING_DIR "/plans"}) {
        const QDir folder(QString::fromUtf8(path));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                add(name.chopped(5), file.readAll());
        }
    }
    return plans;
}

/// What all runs of the plan print, one after the other.
inline QString printsOf(const PlanRef &plan, ClockKind clock = ClockKind::Virtual,
                        const QUrl &demoServer = {})
{
    QString text;
    const auto recorded = recordedRun(plan, {}, clock, demoServer);
    for (const RunInfo &run : recorded->runs()) {
        for (const PrintInfo &print : run.prints)
            text += print.text + u'\n';
    }
    return text;
}

/// The first line in which two outputs differ; empty if none does.
inline QString firstDifferentLine(const QString &actual, const QString &expected)
{
    const QStringList left = actual.split(u'\n');
    const QStringList right = expected.split(u'\n');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        if (left.value(i) != right.value(i))
            return QStringLiteral("line %1\n  listing \"%2\"\n  plan    \"%3\"")
                .arg(QString::number(i + 1), left.value(i), right.value(i));
    }
    return actual == expected ? QString() : QStringLiteral("one ends earlier");
}

/// For runs on the real clock: requests end in an order that is the server's.
inline QStringList sortedLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines;
}

} // namespace loopscope
