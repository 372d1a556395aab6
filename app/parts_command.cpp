// SPDX-License-Identifier: MIT
#include "app/parts_command.h"

#include "app/own_recording.h"
#include "app/terminal.h"
#include "core/export/cut_recording.h"
#include "core/export/merge_recordings.h"
#include "core/session/save_recording.h"

namespace loopscope {

namespace {

Result<void> save(const LoadedRecording &recording, const QString &file, Overwrite overwrite)
{
    return saveRecording(file, recording.info, recording.store,
                         overwrite == Overwrite::Force ? IfExists::Replace : IfExists::Refuse);
}

Result<void> carriedOut(const CutRecording &command)
{
    const auto whole = readOwnRecording(command.file);
    if (!whole)
        return failure(whole.error());
    auto part = cutRecording(*whole, CutChoice{command.from, command.to, command.runs, command.tasks});
    if (!part) {
        part.error().file = command.file;
        return failure(part.error());
    }
    return save(*part, command.output, command.overwrite);
}

Result<void> carriedOut(const MergeRecordings &command)
{
    RecordingMerger merger;
    for (const QString &file : command.files) {
        const auto recording = readOwnRecording(file);
        if (!recording)
            return failure(recording.error());
        if (const Result<void> added = merger.add(*recording, file); !added)
            return added;
    }
    return save(merger.take(), command.output, command.overwrite);
}

int exitCode(const Result<void> &result)
{
    if (!result)
        printProblem(result.error());
    return result ? ExitGood : ExitMisuse;
}

} // namespace

int cutRecording(const CutRecording &command)
{
    return exitCode(carriedOut(command));
}

int mergeRecordings(const MergeRecordings &command)
{
    return exitCode(carriedOut(command));
}

} // namespace loopscope
