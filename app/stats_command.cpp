// SPDX-License-Identifier: MIT
#include "app/stats_command.h"

#include "app/own_recording.h"
#include "app/terminal.h"
#include "core/analysis/comparison_text.h"
#include "core/base/json_text.h"

namespace loopscope {

namespace {

/// The figures of a recording; nothing, and a line on standard error, when it cannot be read.
struct ReadStats
{
    RecordingInfo info;
    SessionStats stats;
};

std::optional<ReadStats> readStats(const QString &file)
{
    const auto recording = readOwnRecording(file);
    if (!recording) {
        printProblem(recording.error());
        return std::nullopt;
    }
    return ReadStats{recording->info, sessionStatsOf(recording->store)};
}

QByteArray listJson(const QStringList &texts)
{
    QByteArrayList items;
    for (const QString &text : texts)
        items << jsonString(text);
    return '[' + items.join(',') + ']';
}

void print(const CompareRecordings &command, const RecordingComparison &comparison,
           const QStringList &exceeded, const QStringList &unjudged)
{
    if (command.output == OutputStyle::Json) {
        JsonObjectText object;
        object.add("before", command.before).add("after", command.after).addMembers(toJson(comparison));
        if (command.failAbove)
            object.addRaw("exceeded", listJson(exceeded)).addRaw("unjudged", listJson(unjudged));
        printOut(object.text() + '\n');
        return;
    }
    printText(toText(comparison));
    if (!exceeded.isEmpty())
        printText(QStringLiteral("\nslower by more than %1 %:\n  %2\n")
                      .arg(QString::number(*command.failAbove * 100), exceeded.join(QStringLiteral("\n  "))));
}

} // namespace

int showStats(const ShowStats &command)
{
    const auto read = readStats(command.file);
    if (!read)
        return ExitMisuse;
    if (command.output == OutputStyle::Json)
        printOut(JsonObjectText()
                     .add("file", command.file)
                     .addRaw("info", toJson(read->info))
                     .addRaw("runs", toJson(read->stats))
                     .text() +
                 '\n');
    else
        printText(toText(read->stats));
    return ExitGood;
}

int compareRecordings(const CompareRecordings &command)
{
    const auto before = readStats(command.before);
    const auto after = readStats(command.after);
    if (!before || !after)
        return ExitMisuse;
    const RecordingComparison comparison = compare(before->stats, after->stats);
    const QStringList exceeded =
        command.failAbove ? slowerBeyond(comparison, *command.failAbove) : QStringList();
    const QStringList unjudged = command.failAbove ? unjudgedRuns(comparison) : QStringList();
    print(command, comparison, exceeded, unjudged);
    if (!command.failAbove)
        return ExitGood;
    if (!canJudge(comparison)) {
        printProblem(
            {.what = "--fail-above has nothing to judge: no run is in both recordings with repeats"});
        return ExitMisuse;
    }
    for (const QString &run : unjudged)
        printProblem({.what = "--fail-above cannot judge %1", .arguments = {run}});
    if (!exceeded.isEmpty())
        return ExitSlower;
    return unjudged.isEmpty() ? ExitGood : ExitMisuse; // a crash is no speed
}

} // namespace loopscope
