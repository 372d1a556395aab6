// SPDX-License-Identifier: MIT
#include "core/session/perfetto_writer.h"
#include "perfetto_judge.h"
#include "random_recording.h"

#include <QTest>

using namespace loopscope;

namespace {

QByteArray written(const std::vector<Record> &records)
{
    PerfettoWriter writer(infoOfThisMachine());
    for (const Record &record : records)
        writer.append(record);
    writer.end();
    return QByteArray::fromStdString(writer.bytes());
}

int countOf(const std::vector<Record> &records, EventKind kind)
{
    return int(std::count_if(records.begin(), records.end(),
                             [kind](const Record &record) { return record.event.kind == kind; }));
}

} // namespace

class TestTraceProcessor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PerfettoJudge::isHere())
            QSKIP(PerfettoJudge::howToHaveIt);
    }

    void aRecordingIsReadByPerfettoAsWeMeantIt()
    {
        const auto records = likelyRecording(11, 300);
        Store store;
        for (const Record &record : records)
            store.append(record);
        const QByteArray file = written(records);
        QCOMPARE(m_judge.errorsAndLanes(file), lanesOf(store));
        const QString prints =
            QStringLiteral("select count(*) from slice s join track t on s.track_id = t.id "
                           "where t.name = 'output'");
        QCOMPARE(m_judge.ask(file, {prints}).toInt(), countOf(records, EventKind::Print));
    }

    void everyStepButTheFirstOfARunHasAnArrowFromWhatWokeIt()
    {
        const auto records = likelyRecording(12, 300);
        const QByteArray file = written(records);
        const QString arrowsToSteps =
            QStringLiteral("select count(*) from flow f join slice s on f.slice_in = s.id "
                           "where s.name = 'running'");
        const QByteArray arrows = m_judge.ask(file, {arrowsToSteps});
        QCOMPARE(arrows.toInt(),
                 countOf(records, EventKind::Resumed) - countOf(records, EventKind::RunBegin));
        QCOMPARE(m_judge.ask(file, {QStringLiteral("select count(*) from flow")}), arrows);
    }

    void payloadsAreArgumentsInPerfetto()
    {
        const QByteArray file = written(likelyRecording(13, 300));
        const QString texts = QStringLiteral("select distinct string_value from args where string_value glob "
                                             "'*\"coro\"*' order by 1 limit 1");
        QCOMPARE(m_judge.ask(file, {texts}), QByteArray("{\"task\":\"Task-1\",\"coro\":\"c\"}\n"));
        const QString members =
            QStringLiteral("select distinct int_value from args where key = 'debug.data.status'");
        QCOMPARE(m_judge.ask(file, {members}), QByteArray("200\n"));
    }

    void aFileThatEndsEarlyAndAWildOneAreReadWithoutErrors()
    {
        const QByteArray whole = written(likelyRecording(14, 100));
        QCOMPARE(m_judge.errors(whole.first(whole.size() * 2 / 3)), QByteArray());
        QCOMPARE(m_judge.errors(written(wildRecording(15, 2000))), QByteArray());
    }

private:
    PerfettoJudge m_judge;
};

QTEST_GUILESS_MAIN(TestTraceProcessor)
#include "tst_trace_processor.moc"
