// SPDX-License-Identifier: MIT
#include "app/run_command.h"

#include "app/headless_run.h"
#include "app/terminal.h"
#include "core/analysis/claim_verdict.h"
#include "core/analysis/event_log.h"
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/analysis/text_timeline.h"
#include "core/base/json_text.h"
#include "core/trace/payload_view.h"

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

/// `gather  3.003 s`, and how it ended if that was not with a result.
QByteArray costLine(const Store &store, const RunInfo &run, qsizetype width)
{
    QByteArray text = run.name.leftJustified(width).toUtf8() + "  " +
                      (run.cost ? secondsText(*run.cost) + " s" : QByteArray("no end"));
    if (run.outcome == QLatin1String("result") || !store.contains(run.lastEvent))
        return text + '\n';
    const QByteArray payload = store.payload(run.lastEvent);
    const PayloadView view(payload);
    text += "  " + (run.outcome.isEmpty() ? QByteArray("unfinished") : run.outcome.toUtf8());
    if (const QString type = view.text("type"); !type.isEmpty())
        text += " " + type.toUtf8() + ": " + view.text("message").toUtf8();
    return text + '\n';
}

QByteArray costText(const Store &store)
{
    qsizetype width = 0;
    for (const RunInfo &run : store.runs())
        width = std::max(width, run.name.size());
    QByteArray text;
    for (const RunInfo &run : store.runs())
        text += costLine(store, run, width);
    return text;
}

QByteArray resultJson(const Store &store, const RunPlan &command, const ClaimReport &claims)
{
    QByteArrayList runs;
    for (const RunInfo &run : store.runs()) {
        QByteArrayList prints;
        for (const PrintInfo &print : run.prints)
            prints += jsonString(print.text);
        JsonObjectText object;
        if (run.end && store.event(run.lastEvent).kind == EventKind::RunEnd)
            object.addMembers(store.payload(run.lastEvent));
        else
            object.add("run", run.name).add("outcome", u"unfinished");
        runs += object.addRaw("prints", '[' + prints.join(',') + ']').text();
    }
    return JsonObjectText()
               .add("plan", command.plan)
               .add("clock", command.clock == ClockChoice::Real ? u"real" : u"virtual")
               .addRaw("runs", '[' + runs.join(',') + ']')
               .addRaw("claims", toJson(claims))
               .addRaw("hazards", toJson(store, hazardsOf(store)))
               .text() +
           '\n';
}

void report(const Store &store, const RunPlan &command, const ClaimReport &claims)
{
    if (command.output == OutputStyle::Json) {
        printOut(resultJson(store, command, claims));
        return;
    }
    printOut('\n' + costText(store));
    if (!claims.verdicts.empty())
        printOut('\n' + toText(claims).toUtf8());
    if (const QString hazards = toText(store, hazardsOf(store)); !hazards.isEmpty())
        printOut('\n' + hazards.toUtf8());
    if (isTerminal())
        printOut('\n' + textTimeline(store, {.columns = terminalColumns()}).toUtf8());
}

int exitCode(const HeadlessRun &run, const Result<void> &files, const ClaimReport &claims)
{
    if (run.wasInterrupted())
        return ExitInterrupted;
    if (!files || !claims.problems.isEmpty())
        return ExitMisuse;
    if (claims.count(ClaimVerdict::Broken) > 0)
        return ExitFailed;
    for (const RunInfo &info : run.store().runs())
        if (info.outcome != QLatin1String("result"))
            return ExitFailed;
    return ExitGood;
}

/// What there is of an interrupted run proves nothing.
ClaimReport judged(const Lesson &lesson, const HeadlessRun &run)
{
    return run.wasInterrupted() ? ClaimReport() : judge(lesson.claims, run.store());
}

int carryOut(const RunPlan &command, const Lesson &lesson, HeadlessRun &run)
{
    if (const auto prepared = run.prepare(); !prepared) {
        printProblem(prepared.error());
        return ExitMisuse;
    }
    const bool logAlone = command.log == QLatin1String("-");
    if (!logAlone && command.output == OutputStyle::Text)
        QObject::connect(&run, &HeadlessRun::printed, &run,
                         [](const QString &text) { printOut(text.toUtf8() + '\n'); });
    QObject::connect(&run, &HeadlessRun::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    run.start();
    QCoreApplication::exec();

    Result<void> files = run.finishFile();
    if (!command.log.isEmpty() && files)
        files = writeLog(run.store(), command.log);
    const ClaimReport claims = judged(lesson, run);
    if (!logAlone)
        report(run.store(), command, claims);
    if (!files)
        printProblem(files.error());
    printProblems(claims.problems);
    return exitCode(run, files, claims);
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
