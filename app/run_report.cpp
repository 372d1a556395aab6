// SPDX-License-Identifier: MIT
#include "app/run_report.h"

#include "app/terminal.h"
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/analysis/run_repeat.h"
#include "core/analysis/session_stats.h"
#include "core/analysis/text_timeline.h"
#include "core/base/json_text.h"
#include "core/trace/payload_view.h"

namespace loopscope {

namespace {

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

QByteArray runJson(const Store &store, const RunInfo &run)
{
    QByteArrayList prints;
    for (const PrintInfo &print : run.prints)
        prints += jsonString(print.text);
    JsonObjectText object;
    if (run.end && store.event(run.lastEvent).kind == EventKind::RunEnd)
        object.addMembers(store.payload(run.lastEvent));
    else
        object.add("run", run.name).add("outcome", u"unfinished");
    if (const RunRepeat repeat = repeatOf(store, run); repeat.kind != RunRepeat::Alone)
        object.add(repeat.kind == RunRepeat::Warmup ? "warmup" : "repeat", qint64(repeat.number));
    return object.addRaw("prints", '[' + prints.join(',') + ']').text();
}

/// What goes wrong goes wrong in every repeat: those of the first one are enough.
QByteArray hazardsJson(const Store &store, const RunPlan &command)
{
    if (!command.session)
        return toJson(store, hazardsOf(store));
    const Store first = storeOf(store, measuredRepeats(store).front());
    return toJson(first, hazardsOf(first));
}

QByteArray resultJson(const RunReport &report, const RunPlan &command)
{
    const Store &store = report.store;
    QByteArrayList runs;
    for (const RunInfo &run : store.runs())
        runs += runJson(store, run);
    JsonObjectText object;
    object.add("plan", command.plan);
    object.add("clock", command.clock == ClockChoice::Real ? u"real" : u"virtual");
    object.addRaw("runs", '[' + runs.join(',') + ']');
    if (command.session)
        object.addRaw("stats", toJson(sessionStatsOf(store)));
    object.addRaw("claims", command.session ? toJson(report.repeated) : toJson(report.claims));
    return object.addRaw("hazards", hazardsJson(store, command)).text() + '\n';
}

void printHazards(const Store &store)
{
    if (const QString hazards = toText(store, hazardsOf(store)); !hazards.isEmpty())
        printText(u'\n' + hazards);
}

void printSession(const RunReport &report)
{
    const Store &store = report.store;
    printText(toText(sessionStatsOf(store)));
    if (!report.repeated.claims.empty())
        printText(u'\n' + toText(report.repeated));
    printHazards(storeOf(store, measuredRepeats(store).front()));
}

} // namespace

void printReport(const RunReport &report, const RunPlan &command)
{
    if (command.output == OutputStyle::Json) {
        printOut(resultJson(report, command));
        return;
    }
    if (command.session) {
        printSession(report);
        return;
    }
    printOut('\n' + costText(report.store));
    if (!report.claims.verdicts.empty())
        printText(u'\n' + toText(report.claims));
    printHazards(report.store);
    if (isTerminal())
        printText(u'\n' + textTimeline(report.store, {.columns = terminalColumns()}));
}

} // namespace loopscope
