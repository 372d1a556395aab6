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
           const QStringList &exceeded)
{
    if (command.output == OutputStyle::Json) {
        JsonObjectText object;
        object.add("before", command.before).add("after", command.after).addMembers(toJson(comparison));
        if (command.failAbove)
            object.addRaw("exceeded", listJson(exceeded));
        printOut(object.text() + '\n');
        return;
    }
    printOut(toText(comparison).toUtf8());
    if (!exceeded.isEmpty())
        printOut(QStringLiteral("\nslower by more than %1 %:\n  %2\n")
                     .arg(*command.failAbove * 100)
                     .arg(exceeded.join(QStringLiteral("\n  ")))
                     .toUtf8());
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
        printOut(toText(read->stats).toUtf8());
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
    print(command, comparison, exceeded);
    if (!command.failAbove)
        return ExitGood;
    if (!canJudge(comparison)) {
        printProblem(
            {.what = "--fail-above has nothing to judge: no run is in both recordings with repeats"});
        return ExitMisuse;
    }
    return exceeded.isEmpty() ? ExitGood : ExitSlower;
}

} // namespace loopscope
