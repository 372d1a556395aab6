// SPDX-License-Identifier: MIT
#include "app/run_command.h"

#include "app/headless_run.h"
#include "app/run_report.h"
#include "app/terminal.h"
#include "core/analysis/event_log.h"

#include <QCoreApplication>
#include <QFile>

namespace loopscope {

namespace {

Result<void> checkRunNames(const Plan &plan, const QStringList &wanted)
{
    QStringList known;
    for (const PlanRun &run : plan.runs)
        known += run.name;
    for (const QString &name : wanted)
        if (!known.contains(name))
            return failure(Problem{.what = "this plan has no run \"%1\"; it has %2",
                                   .arguments = {name, known.join(QStringLiteral(", "))}});
    return {};
}

Result<void> writeLog(const Store &store, const QString &path)
{
    QByteArray log;
    for (const RunInfo &run : store.runs())
        log += eventLog(store, run.id);
    if (path == QLatin1String("-")) {
        printOut(log);
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(log) != log.size() ||
        !file.flush())
        return failure(
            Problem{.what = "cannot be written: %1", .arguments = {file.errorString()}, .file = path});
    return {};
}

int exitCode(const HeadlessRun &run, const Result<void> &files, const RunReport &report)
{
    if (run.wasInterrupted())
        return ExitInterrupted;
    if (!files || !report.problems().isEmpty())
        return ExitMisuse;
    if (report.isAnyBroken())
        return ExitFailed;
    for (const RunInfo &info : run.store().runs())
        if (info.outcome != QLatin1String("result"))
            return ExitFailed;
    return ExitGood;
}

/// What there is of an interrupted run proves nothing.
RunReport reportOf(const RunPlan &command, const Lesson &lesson, const HeadlessRun &run)
{
    RunReport report{run.store(), {}, {}};
    if (run.wasInterrupted())
        return report;
    if (command.session)
        report.repeated = judgeRepeats(lesson.claims, run.store());
    else
        report.claims = judge(lesson.claims, run.store());
    return report;
}

int carryOut(const RunPlan &command, const Lesson &lesson, HeadlessRun &run)
{
    if (const auto prepared = run.prepare(); !prepared) {
        printProblem(prepared.error());
        return ExitMisuse;
    }
    const bool logAlone = command.log == QLatin1String("-");
    if (!logAlone && command.output == OutputStyle::Text && !command.session)
        QObject::connect(&run, &HeadlessRun::printed, &run,
                         [](const QString &text) { printText(text + u'\n'); });
    QObject::connect(&run, &HeadlessRun::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    run.start();
    QCoreApplication::exec();

    Result<void> files = run.finishFile();
    if (!command.log.isEmpty() && files)
        files = writeLog(run.store(), command.log);
    const RunReport report = reportOf(command, lesson, run);
    if (!logAlone)
        printReport(report, command);
    if (!files)
        printProblem(files.error());
    printProblems(report.problems());
    return exitCode(run, files, report);
}

} // namespace

int runPlan(const RunPlan &command)
{
    const auto text = readPlanText(command.plan);
    if (!text) {
        printProblem(text.error());
        return ExitMisuse;
    }
    const auto plan = parsePlan(text->text, command.plan);
    if (!plan) {
        printProblems(plan.error());
        return ExitMisuse;
    }
    if (const auto names = checkRunNames(**plan, command.runs); !names) {
        printProblem(names.error());
        return ExitMisuse;
    }
    const auto lesson = readLesson(command.plan, *text, **plan);
    if (!lesson) {
        printProblems(lesson.error());
        return ExitMisuse;
    }
    HeadlessRun run(command, *text, *plan);
    return carryOut(command, *lesson, run);
}

} // namespace loopscope
