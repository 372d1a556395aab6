// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "tests/support/plan_run.h"

#include <QFile>

using namespace loopscope;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

QByteArray logsOf(const PlanRef &plan)
{
    const auto store = recordedRun(plan);
    QByteArray logs;
    for (const RunInfo &run : store->runs())
        logs += eventLog(*store, run.id);
    return logs;
}

} // namespace

/// plan_logs [--check] PLAN…: writes the event logs of each plan to PLAN.log, or its problems to
/// PLAN.problems. With
/// --check the good plans are not run, and their logs are empty.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    const bool run = files.removeAll(QStringLiteral("--check")) == 0;
    for (const QString &file : files) {
        const auto plan = parsePlan(contents(file), file);
        if (plan) {
            write(file + QStringLiteral(".log"), run ? logsOf(*plan) : QByteArray());
            continue;
        }
        QByteArray problems;
        for (const Problem &problem : plan.error())
            problems += line(problem).toUtf8() + '\n';
        write(file + QStringLiteral(".problems"), problems);
    }
}
