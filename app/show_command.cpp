// SPDX-License-Identifier: MIT
#include "app/show_command.h"

#include "app/terminal.h"
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/analysis/recording_summary.h"
#include "core/base/json_text.h"
#include "core/foreign/open_trace.h"
#include "core/foreign/track_summary.h"

namespace loopscope {

namespace {

QString infoText(const LoadedRecording &recording)
{
    const RecordingInfo &info = recording.info;
    QStringList lines;
    const auto add = [&](const char *label, const QString &value) {
        if (!value.isEmpty())
            lines += QString::fromLatin1(label).leftJustified(10) + value;
    };
    add("title", info.title);
    add("plan", info.planName);
    add("clock", info.clock);
    add("recorded", info.startedAt.isValid() ? info.startedAt.toString(Qt::ISODate) : QString());
    add("by", info.versions.contains(QStringLiteral("loopscope"))
                  ? QStringLiteral("Loopscope ") + info.versions.value(QStringLiteral("loopscope"))
                  : QString());
    add("notes", info.notes);
    for (const Bookmark &bookmark : recording.info.bookmarks) {
        const RunInfo *run = runAt(recording.store, bookmark.place);
        const Nanos since = bookmark.place.at - (run ? run->begin : TracePoint());
        add("bookmark", QStringLiteral("%1 s %2 %3")
                            .arg(QString::fromLatin1(secondsText(since)).rightJustified(8),
                                 run ? run->name : QString(), bookmark.text));
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + QStringLiteral("\n\n");
}

/// A trace of another program. What was skipped is a part of the answer.
int showTracks(const ShowRecording &command, const LoadedRecording &trace)
{
    if (command.output != OutputStyle::Json) {
        printText(toText(trace.tracks));
        return ExitGood;
    }
    QByteArray skipped;
    for (const Problem &warning : trace.warnings)
        skipped += (skipped.isEmpty() ? "" : ",") + jsonString(message(warning));
    printOut(JsonObjectText()
                 .add("file", command.file)
                 .addMembers(toJson(trace.tracks))
                 .addRaw("skipped", '[' + skipped + ']')
                 .text() +
             '\n');
    return ExitGood;
}

} // namespace

int showRecording(const ShowRecording &command)
{
    const auto recording = openTrace(command.file);
    if (!recording) {
        printProblem(recording.error());
        return ExitMisuse;
    }
    for (const Problem &warning : recording->warnings)
        printProblem(warning);
    if (recording->isForeign)
        return showTracks(command, *recording);
    const RecordingSummary summary = summaryOf(recording->store);
    const std::vector<Hazard> hazards = hazardsOf(recording->store);
    if (command.output == OutputStyle::Json)
        printOut(JsonObjectText()
                     .add("file", command.file)
                     .addRaw("info", toJson(recording->info))
                     .addMembers(toJson(summary))
                     .addRaw("hazards", toJson(recording->store, hazards))
                     .text() +
                 '\n');
    else
        printText(infoText(*recording) + toText(summary) + toText(recording->store, hazards));
    return ExitGood;
}

} // namespace loopscope
