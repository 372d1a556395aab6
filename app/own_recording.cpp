// SPDX-License-Identifier: MIT
#include "app/own_recording.h"

#include "app/terminal.h"
#include "core/foreign/open_trace.h"
#include "core/foreign/trace_sniffer.h"

#include <QFile>

namespace loopscope {

namespace {

/// As far as its first bytes tell.
TraceKind kindOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? traceKind(file.peek(sniffedBytes)) : TraceKind::Unknown;
}

tl::unexpected<Problem> anotherProgramsTrace(const QString &file)
{
    return failure({.what = QT_TRANSLATE_NOOP(
                        "Problem", "this is no recording of Loopscope; another program's trace can be "
                                   "opened, shown (loopscope show) and exported to chrome, csv or png"),
                    .file = file});
}

} // namespace

Result<LoadedRecording> readOwnRecording(const QString &file)
{
    const TraceKind kind = kindOf(file);
    if (kind == TraceKind::ChromeJson || kind == TraceKind::Packets)
        return anotherProgramsTrace(file);
    auto recording = kind == TraceKind::Gzip ? openTrace(file) : readRecording(file);
    if (recording && recording->isForeign)
        return anotherProgramsTrace(file);
    if (recording)
        for (const Problem &warning : recording->warnings)
            printProblem(warning);
    return recording;
}

} // namespace loopscope
