// SPDX-License-Identifier: MIT
#include "perfetto_judge.h"

#include "core/trace/payload_view.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace loopscope {

namespace {

const QString importErrors =
    QStringLiteral("select name, value from stats where severity = 'error' and value > 0");

QString traceProcessor()
{
    const QString chosen = qEnvironmentVariable("LOOPSCOPE_TRACE_PROCESSOR");
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return chosen.isEmpty() ? cache + QStringLiteral("/loopscope/trace_processor/query") : chosen;
}

QByteArray nameOf(const StateSpan &span, const Store &store)
{
    switch (span.state) {
    case TaskState::Created: return "created";
    case TaskState::Ready: return "ready";
    case TaskState::Running: return "running";
    case TaskState::Suspended: break;
    }
    const QByteArray on = PayloadView(store.payload(span.event)).text("on").toUtf8();
    return on.isEmpty() ? QByteArray("suspended") : "suspended: " + on;
}

} // namespace

bool PerfettoJudge::isHere()
{
    return QFile::exists(traceProcessor());
}

QByteArray PerfettoJudge::ask(const QByteArray &trace, const QStringList &queries)
{
    QFile file(m_folder.filePath(QStringLiteral("x.pftrace")));
    if (!file.open(QIODevice::WriteOnly) || file.write(trace) != trace.size())
        return "failed: the trace could not be written";
    file.close();
    QProcess process;
    process.start(traceProcessor(), QStringList(file.fileName()) + queries);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

QByteArray PerfettoJudge::errors(const QByteArray &trace)
{
    return ask(trace, {importErrors});
}

QByteArray PerfettoJudge::errorsAndLanes(const QByteArray &trace)
{
    // A task lane is one whose first slice is "created": lanes are named as the tasks are, and these as they
    // like.
    return ask(trace,
               {importErrors,
                QStringLiteral("select t.name, s.name, s.ts, s.dur from slice s join track t on s.track_id = "
                               "t.id where t.id in (select track_id from slice where name = 'created') "
                               "order by t.id, s.id")});
}

QByteArray lanesOf(const Store &store)
{
    QByteArray text;
    for (const RunInfo &run : store.runs()) {
        for (const TaskId id : run.tasks) {
            const TaskInfo &task = *store.task(id);
            for (const StateSpan &span : task.states) {
                const Nanos length = span.end.value_or(*run.end) - span.begin;
                text += (task.name + u' ' + task.coro).toUtf8() + '\t' + nameOf(span, store) + '\t' +
                        QByteArray::number(span.begin.ns) + '\t' +
                        QByteArray::number(qint64(length.count())) + '\n';
            }
        }
    }
    return text;
}

} // namespace loopscope
