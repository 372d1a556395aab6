// SPDX-License-Identifier: MIT
#include "app/own_recording.h"

#include "app/terminal.h"
#include "core/foreign/open_trace.h"
#include "core/foreign/trace_sniffer.h"

#include <QFile>

namespace loopscope {

namespace {

/// As far as its first bytes tell.
bool isForeign(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const TraceKind kind = traceKind(file.peek(sniffedBytes));
    return kind == TraceKind::ChromeJson || kind == TraceKind::Packets || kind == TraceKind::Gzip;
}

} // namespace

Result<LoadedRecording> readOwnRecording(const QString &file)
{
    auto recording = readRecording(file);
    if (!recording && isForeign(file))
        return failure({.what = QT_TRANSLATE_NOOP(
                            "Problem", "this is no recording of Loopscope; another program's trace can be "
                                       "opened, shown (loopscope show) and exported to chrome, csv or png"),
                        .file = file});
    if (recording)
        for (const Problem &warning : recording->warnings)
            printProblem(warning);
    return recording;
}

} // namespace loopscope
