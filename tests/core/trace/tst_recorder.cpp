// SPDX-License-Identifier: MIT
#include "core/trace/recorder.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

struct Recording
{
    std::shared_ptr<Channel> channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder{channel};

    EventId say(EventKind kind, Nanos at, quint32 task = 0, quint32 subject = 0,
                const QByteArray &payload = {})
    {
        return recorder.observe({kind, TracePoint{at.count()}, TaskId{task}, subject, EventId{}, payload});
    }

    std::vector<Record> records()
    {
        std::vector<Record> all;
        reader.drain([&all](const Record &record) { all.push_back(record); });
        return all;
    }
};

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreNumberedFromOneAndTheNumberIsWhatObserveReturns()
    {
        Recording recording;
        QCOMPARE(recording.say(EventKind::RunBegin, 0s), EventId{1});
        QCOMPARE(recording.say(EventKind::Created, 0s, 1), EventId{2});
        const auto records = recording.records();
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(records[1].event.id, EventId{2});
        QCOMPARE(records[1].event.run, RunId{1});
    }

    void runsLieEndToEnd()
    {
        Recording recording;
        recording.say(EventKind::RunBegin, 0s);
        recording.say(EventKind::RunEnd, 3s);
        recording.say(EventKind::RunBegin, 0s);
        recording.say(EventKind::RunEnd, 1s);
        const auto records = recording.records();
        QCOMPARE(records[2].event.at, (TracePoint{Nanos(3s).count()}));
        QCOMPARE(records[3].event.at, (TracePoint{Nanos(4s).count()}));
        QCOMPARE(records[3].event.run, RunId{2});
    }

    void aRunOnTheRealClockBeginsWhenItBegan()
    {
        Recording recording;
        recording.say(EventKind::RunBegin, 0s);
        recording.say(EventKind::RunEnd, 1s);
        recording.recorder.setSinceStart(5s);
        recording.say(EventKind::RunBegin, 2ms); // the loop's own clock may already have moved
        recording.say(EventKind::RunEnd, 1002ms);
        const auto records = recording.records();
        QCOMPARE(records[2].event.at, (TracePoint{Nanos(5s).count()}));
        QCOMPARE(records[3].event.at, (TracePoint{Nanos(6s).count()}));
    }

    void tasksOfALaterRunGetNumbersOfTheirOwn()
    {
        Recording recording;
        recording.say(EventKind::RunBegin, 0s);
        recording.say(EventKind::Created, 0s, 1);
        recording.say(EventKind::Created, 0s, 2, 1);
        recording.say(EventKind::RunBegin, 0s);
        recording.say(EventKind::Created, 0s, 1);
        recording.say(EventKind::Created, 0s, 2, 1);
        recording.say(EventKind::CancelRequested, 0s, 1, 2);
        recording.say(EventKind::PassBegin, 0s, 0, 7);
        const auto records = recording.records();
        QCOMPARE(records[4].event.task, TaskId{3});
        QCOMPARE(records[4].event.subject, 0u);
        QCOMPARE(records[5].event.task, TaskId{4});
        QCOMPARE(records[5].event.subject, 3u);
        QCOMPARE(records[6].event.subject, 4u);
        QCOMPARE(records[7].event.subject, 7u);
    }

    void aShortPayloadIsStoredOnce()
    {
        const QByteArray hello = "[\"hello\"]";
        const QByteArray other = "[\"other\"]";
        Recording recording;
        recording.say(EventKind::Print, 0s, 1, 0, hello);
        recording.say(EventKind::Print, 0s, 1, 0, other);
        recording.say(EventKind::Print, 0s, 1, 0, hello);
        const auto records = recording.records();
        QCOMPARE(records[0].event.payload, PayloadId{1});
        QCOMPARE(records[0].text, hello);
        QCOMPARE(records[1].event.payload, PayloadId{2});
        QCOMPARE(records[2].event.payload, PayloadId{1});
        QVERIFY(records[2].text.isNull());
    }

    void aLongPayloadGetsANumberEachTimeAndNoPayloadHasNone()
    {
        Recording recording;
        const QByteArray body = '[' + QByteArray(1000, '1') + ']';
        recording.say(EventKind::RequestDone, 0s, 1, 1, body);
        recording.say(EventKind::RequestDone, 0s, 1, 2, body);
        recording.say(EventKind::RequestSent, 0s, 1, 3);
        const auto records = recording.records();
        QCOMPARE(records[0].event.payload, PayloadId{1});
        QCOMPARE(records[1].event.payload, PayloadId{2});
        QCOMPARE(records[1].text, body);
        QVERIFY(!records[2].event.payload);
    }
};

QTEST_APPLESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
