// SPDX-License-Identifier: MIT
#include "core/session/perfetto_writer.h"
#include "core/trace/store.h"
#include "random_recording.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

namespace {

/// Perfetto's own trace processor, where tests/support/trace_processor/get has put it.
QString traceProcessor()
{
    const QString chosen = qEnvironmentVariable("LOOPSCOPE_TRACE_PROCESSOR");
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return chosen.isEmpty() ? cache + QStringLiteral("/loopscope/trace_processor/query") : chosen;
}

QByteArray nameOf(const StateSpan &span, const Store &store)
{
    switch (span.state) {
    case TaskState::Created:
        return "created";
    case TaskState::Ready:
        return "ready";
    case TaskState::Running:
        return "running";
    case TaskState::Suspended:
        break;
    }
    return store.payload(span.event).contains("sleep") ? "suspended: sleep" : "suspended";
}

/// What the trace processor should say about our task lanes: lane, state, begin, length. Where the run ends,
/// so do states that are still open.
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

qsizetype countOf(const Store &store, EventKind kind)
{
    qsizetype count = 0;
    for (quint32 id = 1; id <= quint32(store.eventCount()); ++id)
        count += store.event(EventId{id}).kind == kind ? 1 : 0;
    return count;
}

} // namespace

class TestTraceProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(traceProcessor()))
            QSKIP("Perfetto's trace processor is not here: run tests/support/trace_processor/get once to "
                  "have it");
    }

    void aRecordingIsReadByPerfettoAsWeMeantIt()
    {
        Store store;
        const QByteArray file = write(likelyRecording(11, 300), store);
        QCOMPARE(ask(file,
                     QStringLiteral("select name, idx, value from stats where severity='error' and value>0")),
                 QByteArray());
        QCOMPARE(
            ask(file, QStringLiteral("select t.name, s.name, s.ts, s.dur from slice s join track t on "
                                     "s.track_id = t.id where t.name glob 'Task-*' order by t.id, s.id")),
            lanesOf(store));
        QCOMPARE(
            ask(file, QStringLiteral("select count(*) from slice s join track t on s.track_id = t.id where "
                                     "t.name = 'output'"))
                .toInt(),
            countOf(store, EventKind::Print));
    }

    void everyStepButTheFirstOfARunHasAnArrowFromWhatWokeIt()
    {
        Store store;
        const QByteArray file = write(likelyRecording(12, 300), store);
        const QByteArray arrows = ask(file, QStringLiteral("select count(*) from flow f join slice s on "
                                                           "f.slice_in = s.id where s.name = 'running'"));
        QCOMPARE(arrows.toInt(), countOf(store, EventKind::Resumed) - qsizetype(store.runs().size()));
        QCOMPARE(ask(file, QStringLiteral("select count(*) from flow")), arrows);
    }

    void payloadsAreArgumentsInPerfetto()
    {
        Store store;
        const QByteArray file = write(likelyRecording(13, 300), store);
        QCOMPARE(ask(file, QStringLiteral("select distinct string_value from args where string_value glob "
                                          "'*\"coro\"*' order by 1 limit 1")),
                 QByteArray("{\"task\":\"Task-1\",\"coro\":\"c\"}\n"));
        QCOMPARE(
            ask(file, QStringLiteral("select distinct int_value from args where key = 'debug.data.status'")),
            QByteArray("200\n"));
    }

    void aFileThatEndsEarlyAndAWildOneAreReadWithoutErrors()
    {
        Store store;
        const QString errors = QStringLiteral("select name from stats where severity='error' and value>0");
        const QByteArray whole = write(likelyRecording(14, 100), store);
        QCOMPARE(ask(whole.first(whole.size() * 2 / 3), errors), QByteArray());
        Store wild;
        QCOMPARE(ask(write(wildRecording(15, 2000), wild), errors), QByteArray());
    }

private:
    static QByteArray write(const std::vector<Record> &records, Store &store)
    {
        PerfettoWriter writer(infoOfThisMachine());
        for (const Record &record : records) {
            writer.append(record);
            store.append(record);
        }
        writer.end();
        return QByteArray::fromStdString(writer.bytes());
    }

    QByteArray ask(const QByteArray &trace, const QString &query)
    {
        QFile file(m_folder.filePath(QStringLiteral("x.pftrace")));
        if (!file.open(QIODevice::WriteOnly) || file.write(trace) != trace.size())
            return "the trace could not be written";
        file.close();
        QProcess process;
        process.start(traceProcessor(), {file.fileName(), query});
        if (!process.waitForFinished() || process.exitCode() != 0)
            return "failed: " + process.readAllStandardError();
        return process.readAllStandardOutput();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTraceProcessor)
#include "tst_trace_processor.moc"
