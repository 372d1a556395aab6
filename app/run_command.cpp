// SPDX-License-Identifier: MIT
#include "app/run_command.h"

#include "app/headless_run.h"
#include "app/log_file.h"
#include "app/run_report.h"
#include "app/terminal.h"

#include <QCoreApplication>

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

/// Each by itself: that the one cannot be written is no reason to do without the other.
QList<Problem> finishFiles(const RunPlan &command, HeadlessRun &run)
{
    QList<Problem> problems;
    if (const auto recorded = run.finishFile(); !recorded)
        problems << recorded.error();
    if (const auto logged = writeLog(run.store(), command); !logged)
        problems << logged.error();
    return problems;
}

int exitCode(const HeadlessRun &run, const QList<Problem> &problems, const RunReport &report)
{
    if (run.wasInterrupted())
        return ExitInterrupted;
    if (!problems.isEmpty())
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
    const auto canLog = checkLog(command);
    const auto prepared = canLog ? run.prepare() : canLog;
    if (!prepared) {
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

    QList<Problem> problems = finishFiles(command, run);
    run.endWatch();
    if (logAlone)
        printLog(run.store());
    const RunReport report = reportOf(command, lesson, run);
    if (!logAlone)
        printReport(report, command);
    problems += report.problems();
    printProblems(problems);
    return exitCode(run, problems, report);
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
