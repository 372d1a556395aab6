// SPDX-License-Identifier: MIT
#include "core/trace/payload_view.h"
#include "core/trace/recorder.h"
#include "core/trace/store.h"
#include "tests/core/session/random_recording.h"

#include <QTest>

#include <thread>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// Room for a thousand events or so.
constexpr qsizetype little = 2 * sizeof(RecordChunk);

std::vector<Record> drained(Channel::Reader &reader)
{
    std::vector<Record> records;
    reader.drain([&records](const Record &record) { records.push_back(record); });
    return records;
}

/// Counts what a loop says, and passes it on.
class Counter : public LoopObserver
{
public:
    explicit Counter(LoopObserver &next) : m_next(next) {}

    EventId observe(const Emission &emission) override
    {
        ++count;
        return m_next.observe(emission);
    }

    qint64 count = 0;

private:
    LoopObserver &m_next;
};

/// Says a pass with one task's step in it, and so on, `passes` times.
void sayPasses(Recorder &recorder, int passes, TracePoint &now)
{
    static const QByteArray sleeps = R"({"on":"sleep"})";
    for (int i = 0; i < passes; ++i) {
        now += 1us;
        recorder.observe({EventKind::PassBegin, now, {}, quint32(i + 1), {}, {}});
        recorder.observe({EventKind::Resumed, now, TaskId{1}, 0, {}, {}});
        recorder.observe({EventKind::Suspended, now, TaskId{1}, 0, {}, sleeps});
        recorder.observe({EventKind::PassEnd, now, {}, quint32(i + 1), {}, {}});
    }
}

struct Ends
{
    int opened = 0, closed = 0, lost = 0;
};

/// Fails where something ends that did not begin.
Ends endsOf(const std::vector<Record> &records)
{
    Ends ends;
    QMap<std::pair<int, quint32>, int> open;
    const auto begin = [&](int kind, quint32 number) {
        ++ends.opened;
        ++open[{kind, number}];
    };
    const auto end = [&](int kind, quint32 number) {
        ++ends.closed;
        if (--open[{kind, number}] < 0)
            QTest::qFail("half a pair", __FILE__, __LINE__);
    };
    for (const Record &record : records) {
        const Event &event = record.event;
        switch (event.kind) {
        case EventKind::PassBegin: begin(1, event.subject); break;
        case EventKind::PassEnd: end(1, event.subject); break;
        case EventKind::CallbackBegin: begin(2, event.subject); break;
        case EventKind::CallbackEnd: end(2, event.subject); break;
        case EventKind::Resumed: begin(3, event.task.value); break;
        case EventKind::Suspended: end(3, event.task.value); break;
        case EventKind::Created: begin(4, event.task.value); break;
        case EventKind::Done: end(4, event.task.value); open[{3, event.task.value}] = 0; break;
        case EventKind::ExecutorBegin: begin(5, event.subject); break;
        case EventKind::ExecutorEnd: end(5, event.subject); break;
        case EventKind::RequestQueued: begin(6, event.subject); break;
        case EventKind::RequestDone: end(6, event.subject); break;
        case EventKind::EventsLost: ends.lost += int(event.subject); break;
        default: break;
        }
        // Subjects that name tasks name some that were recorded.
        if (event.kind == EventKind::Created && event.subject != 0 && !open.contains({4, event.subject}))
            QTest::qFail("a parent that is not there", __FILE__, __LINE__);
    }
    return ends;
}

} // namespace

class TestLosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNoRoomIsLostAsAWholeAndCounted_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void whatHasNoRoomIsLostAsAWholeAndCounted()
    {
        QFETCH(quint32, seed);
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        Counter counter(recorder);
        std::vector<Record> records;
        int pass = 0;
        pretendRuns(counter, seed, 400, [&] {
            if (++pass % 90 != 0)
                return;
            const auto some = drained(reader);
            records.insert(records.end(), some.begin(), some.end());
        });
        const auto rest = drained(reader);
        records.insert(records.end(), rest.begin(), rest.end());

        const Ends ends = endsOf(records);
        QVERIFY(ends.lost > 0);
        const auto told = std::count_if(records.begin(), records.end(), [](const Record &record) {
            return record.event.kind == EventKind::EventsLost;
        });
        QCOMPARE(qint64(records.size()) - told + ends.lost, counter.count);
        Store store;
        for (size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].event.id, EventId{quint32(i + 1)});
            QVERIFY(records[i].event.cause < records[i].event.id);
            store.append(records[i]);
        }
        QCOMPARE(store.runs().size(), size_t(2));
        for (const RunInfo &run : store.runs()) {
            QVERIFY(run.end);
            for (const TaskId id : run.tasks)
                QVERIFY(store.task(id)->name.startsWith(QLatin1String("Task-")));
        }
    }

    void aLossIsToldOfWhereItEnds()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, R"({"run":"r"})"});
        recorder.observe({EventKind::Created, now, TaskId{1}, 0, {}, R"({"task":"t"})"});
        sayPasses(recorder, 1000, now);
        Store store;
        reader.drain([&](const Record &record) { store.append(record); });
        const qsizetype before = store.eventCount();
        QVERIFY(before < 2000);
        sayPasses(recorder, 1, now);
        reader.drain([&](const Record &record) { store.append(record); });

        const RunInfo &run = store.runs().front();
        QCOMPARE(run.losses.size(), size_t(1));
        QCOMPARE(qsizetype(run.losses[0].events), 2 + 4 * 1000 - before);
        QCOMPARE(run.losses[0].span.end, now);
        const TracePoint lastSeen = store.event(EventId{quint32(before)}).at;
        QVERIFY(run.losses[0].span.begin >= lastSeen);
        QVERIFY(run.losses[0].span.begin - lastSeen <= 1us);
        QCOMPARE(store.eventCount(), before + 5);
        QCOMPARE(store.event(EventId{quint32(before + 1)}).kind, EventKind::EventsLost);
    }

    void whatIsLostOfTasksThatBeganMeanwhileIsToldOfOnce()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
        sayPasses(recorder, 1000, now);
        recorder.observe({EventKind::Created, now, TaskId{2}, 0, {}, R"({"task":"late"})"});
        (void)drained(reader);
        for (int i = 0; i < 10; ++i) {
            sayPasses(recorder, 1, now);
            recorder.observe({EventKind::Resumed, now, TaskId{2}, 0, {}, {}});
            recorder.observe({EventKind::Suspended, now, TaskId{2}, 0, {}, {}});
        }
        recorder.observe({EventKind::RunEnd, now, {}, 0, {}, {}});
        std::vector<quint32> told;
        for (const Record &record : drained(reader)) {
            if (record.event.kind == EventKind::EventsLost)
                told.push_back(record.event.subject);
            QVERIFY(record.event.task != TaskId{2});
        }
        QCOMPARE(told.size(), size_t(2));
        QCOMPARE(told[1], 20u);
    }

    void whatGoesOnBeingLostIsToldOfEachSecond()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
        sayPasses(recorder, 1000, now);
        recorder.observe({EventKind::Created, now, TaskId{2}, 0, {}, R"({"task":"late"})"});
        (void)drained(reader);
        sayPasses(recorder, 1, now); // tells of what was lost until here
        for (int i = 0; i < 100; ++i) {
            now += 50ms;
            recorder.observe({EventKind::Resumed, now, TaskId{2}, 0, {}, {}});
            recorder.observe({EventKind::Suspended, now, TaskId{2}, 0, {}, {}});
        }
        quint32 lost = 0;
        size_t told = 0;
        for (const Record &record : drained(reader)) {
            if (record.event.kind != EventKind::EventsLost || ++told == 1)
                continue;
            lost += record.event.subject;
            QVERIFY(PayloadView(record.text).integer("for_ns").value_or(0) <= 1'050'000'000);
        }
        QCOMPARE(told, size_t(1 + 4)); // the program may be killed now
        QVERIFY2(lost > 160 && lost <= 200, qPrintable(QString::number(lost)));
    }

    void aRunsEndIsNeverLostAndTellsOfTheLossBefore()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
        sayPasses(recorder, 1000, now);
        recorder.observe({EventKind::RunEnd, now, {}, 0, {}, {}});
        const auto records = drained(reader);
        QCOMPARE(records.back().event.kind, EventKind::RunEnd);
        QCOMPARE(records[records.size() - 2].event.kind, EventKind::EventsLost);
    }

    void aThreadThatReadsIsAskedToBeforeAnythingIsLost()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel);
        std::vector<Record> records;
        recorder.setMakeRoom([&] {
            for (const Record &record : drained(reader))
                records.push_back(record);
        });
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
        sayPasses(recorder, 5000, now);
        for (const Record &record : drained(reader))
            records.push_back(record);
        QCOMPARE(records.size(), size_t(20'001));
        QCOMPARE(records.back().event.id, EventId{20'001});
    }

    void aLoopThatWaitsLosesNothing()
    {
        const auto channel = std::make_shared<Channel>(little);
        Recorder recorder(channel, WhenFull::Wait);
        quint32 next = 1;
        bool isGood = true;
        std::thread reads([&, reader = channel->reader()]() mutable {
            while (next <= 40'001) {
                const qsizetype taken = reader.drain(
                    [&](const Record &record) { isGood = isGood && record.event.id == EventId{next++}; }, 100);
                if (taken == 0)
                    std::this_thread::yield();
            }
        });
        TracePoint now;
        recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
        sayPasses(recorder, 10'000, now);
        reads.join();
        QVERIFY(isGood);
    }

    void whoWaitsIsLetGoWhenNobodyReadsAnyMore()
    {
        const auto channel = std::make_shared<Channel>(little);
        Channel::Reader reader = channel->reader();
        Recorder recorder(channel, WhenFull::Wait);
        std::thread says([&] {
            TracePoint now;
            recorder.observe({EventKind::RunBegin, now, {}, 0, {}, {}});
            sayPasses(recorder, 10'000, now);
        });
        channel->stopWaiting();
        says.join();
        QVERIFY(drained(reader).size() < 40'001);
    }
};

QTEST_APPLESS_MAIN(TestLosing)
#include "tst_losing.moc"
