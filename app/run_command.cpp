// SPDX-License-Identifier: MIT
#include "app/run_command.h"

#include "app/headless_run.h"
#include "app/terminal.h"
#include "core/analysis/event_log.h"
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

QByteArray resultJson(const Store &store, const RunPlan &command)
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
               .text() +
           '\n';
}

void report(const Store &store, const RunPlan &command)
{
    if (command.output == OutputStyle::Json) {
        printOut(resultJson(store, command));
        return;
    }
    printOut('\n' + costText(store));
    if (isTerminal())
        printOut('\n' + textTimeline(store, {.columns = terminalColumns()}).toUtf8());
}

int exitCode(const HeadlessRun &run, const Result<void> &files)
{
    if (run.wasInterrupted())
        return ExitInterrupted;
    if (!files)
        return ExitMisuse;
    for (const RunInfo &info : run.store().runs())
        if (info.outcome != QLatin1String("result"))
            return ExitFailed;
    return ExitGood;
}

int carryOut(const RunPlan &command, HeadlessRun &run)
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
    if (!logAlone)
        report(run.store(), command);
    if (!files)
        printProblem(files.error());
    return exitCode(run, files);
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
        for (const Problem &problem : plan.error())
            printProblem(problem);
        return ExitMisuse;
    }
    if (const auto names = checkRunNames(**plan, command.runs); !names) {
        printProblem(names.error());
        return ExitMisuse;
    }
    HeadlessRun run(command, *text, *plan);
    return carryOut(command, run);
}

} // namespace loopscope
