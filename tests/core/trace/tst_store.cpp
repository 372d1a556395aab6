// SPDX-License-Identifier: MIT
#include "tests/support/story.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

/// `created 0-0 ready 0-1 running 1-…`
QString picture(const TaskInfo &task)
{
    static constexpr const char *names[] = {"created", "ready", "running", "suspended"};
    QStringList words;
    for (const StateSpan &span : task.states) {
        const QString end = span.end ? QString::number(span.end->ns / 1'000'000) : QStringLiteral("…");
        words << QStringLiteral("%1 %2-%3")
                     .arg(QLatin1String(names[int(span.state)]))
                     .arg(span.begin.ns / 1'000'000)
                     .arg(end);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskGoesThroughItsStatesWithoutGaps()
    {
        Story story;
        story.say(EventKind::RunBegin, 0,
                  {.payload = json("{'run':'gather','main':'f2','clock':'virtual'}")});
        story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'f2'}")});
        story.say(EventKind::Ready, 0, {.task = 1});
        story.say(EventKind::Resumed, 0, {.task = 1});
        story.say(EventKind::Suspended, 2, {.task = 1, .payload = json("{'on':'sleep','seconds':1}")});
        QCOMPARE(picture(*story.store.task(TaskId{1})),
                 QStringLiteral("created 0-0 ready 0-0 running 0-2 suspended 2-…"));
        story.say(EventKind::Ready, 5, {.task = 1});
        story.say(EventKind::Resumed, 6, {.task = 1});
        const EventId done =
            story.say(EventKind::Done, 7, {.task = 1, .payload = json("{'outcome':'result','value':null}")});

        const TaskInfo &task = *story.store.task(TaskId{1});
        QCOMPARE(picture(task),
                 QStringLiteral("created 0-0 ready 0-0 running 0-2 suspended 2-5 ready 5-6 running 6-7"));
        QCOMPARE(task.end, TaskEnd::Done);
        QCOMPARE(task.finished, done);
        QCOMPARE(task.coro, QStringLiteral("f2"));
        QCOMPARE(task.number, 1u);
        QCOMPARE(task.events.size(), size_t(7));
    }

    void outcomesAreEnds_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("end");
        QTest::newRow("result") << QByteArray(json("{'outcome':'result','value':3}")) << int(TaskEnd::Done);
        QTest::newRow("exception") << QByteArray(json("{'outcome':'exception','type':'E'}"))
                                   << int(TaskEnd::Failed);
        QTest::newRow("cancelled") << QByteArray(json("{'outcome':'cancelled'}")) << int(TaskEnd::Cancelled);
    }

    void outcomesAreEnds()
    {
        QFETCH(QByteArray, payload);
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.say(EventKind::Created, 0, {.task = 1});
        story.say(EventKind::Done, 1, {.task = 1, .payload = payload});
        QTEST(int(story.store.task(TaskId{1})->end), "end");
    }

    void aRunKnowsItsCostItsOutcomeAndWhatItHolds()
    {
        Story story;
        story.say(EventKind::RunBegin, 10, {.payload = json("{'run':'one','main':'f','clock':'real'}")});
        story.say(EventKind::PassBegin, 10, {.subject = 1});
        story.say(EventKind::Created, 10, {.task = 1, .payload = json("{'task':'Task-1','coro':'f'}")});
        story.say(EventKind::Print, 11, {.task = 1, .payload = "{\"text\":\"hi \\\"you\\\"\"}"});
        story.say(EventKind::PassEnd, 14, {.subject = 1});
        QVERIFY(!story.store.runs()[0].end);
        story.say(EventKind::RunEnd, 20,
                  {.payload = json("{'run':'one','outcome':'result','value':null,'cost':0.009}")});

        const RunInfo &run = *story.store.run(RunId{1});
        QCOMPARE(run.name, QStringLiteral("one"));
        QCOMPARE(run.main, QStringLiteral("f"));
        QVERIFY(run.realClock);
        QCOMPARE(run.outcome, QStringLiteral("result"));
        QCOMPARE(run.cost, std::optional<Nanos>(Nanos(9'000'000)));
        QCOMPARE(run.worstLag, Nanos(4'000'000));
        QCOMPARE(run.passes.size(), size_t(1));
        QCOMPARE(run.prints.at(0).text, QStringLiteral("hi \"you\""));
        QCOMPARE(run.tasks, std::vector<TaskId>{TaskId{1}});
        QCOMPARE(run.end->ns, 20'000'000);
    }

    void aRequestIsItsPhases()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.say(EventKind::RequestQueued, 1,
                  {.task = 1, .payload = json("{'method':'GET','url':'demo:/x'}"), .subject = 9});
        story.say(EventKind::RequestConnecting, 2, {.task = 1, .subject = 9});
        story.say(EventKind::RequestSent, 3, {.task = 1, .subject = 9});
        story.say(EventKind::RequestHeaders, 5,
                  {.task = 1, .payload = json("{'status':200,'headers':{'status':1}}"), .subject = 9});
        QCOMPARE(story.store.runs()[0].requests.at(0).status, 200);
        story.say(
            EventKind::RequestDone, 8,
            {.task = 1, .payload = json("{'status':200,'bytes':12,'body':{'error':'no'}}"), .subject = 9});
        const RequestInfo &request = story.store.runs()[0].requests.at(0);
        QCOMPARE(request.url, QStringLiteral("demo:/x"));
        QCOMPARE(request.connecting->ns, 2'000'000);
        QVERIFY(!request.encrypted);
        QCOMPARE(request.done->ns, 8'000'000);
        QCOMPARE(request.bytes, 12);
        QVERIFY(request.error.isEmpty());
    }

    void jobsOfTwoRunsWithTheSameNumberStayApart()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.say(EventKind::ExecutorBegin, 0, {.task = 1, .payload = json("{'job':'parse'}"), .subject = 1});
        story.say(EventKind::RunBegin, 5);
        story.say(EventKind::ExecutorBegin, 5, {.task = 2, .payload = json("{'job':'other'}"), .subject = 1});
        story.say(EventKind::ExecutorEnd, 7, {.task = 2, .payload = json("{'job':'other'}"), .subject = 1});
        QVERIFY(!story.store.runs()[0].jobs.at(0).end);
        QCOMPARE(story.store.runs()[1].jobs.at(0).end->ns, 7'000'000);
        QCOMPARE(story.store.runs()[0].jobs.at(0).name, QStringLiteral("parse"));
    }

    void aCancelBelongsToBothTasks()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.say(EventKind::Created, 0, {.task = 1});
        story.say(EventKind::Created, 0, {.task = 2, .subject = 1});
        const EventId cancel = story.say(EventKind::CancelRequested, 1, {.task = 1, .subject = 2});
        QCOMPARE(story.store.task(TaskId{1})->events.back(), cancel);
        QCOMPARE(story.store.task(TaskId{2})->events.back(), cancel);
        QCOMPARE(story.store.task(TaskId{2})->parent, TaskId{1});
    }

    void timeThatRunsBackwardsMakesEmptySpansNotNegativeOnes()
    {
        Story story;
        story.say(EventKind::RunBegin, 5);
        story.say(EventKind::Created, 5, {.task = 1});
        story.say(EventKind::Resumed, 3, {.task = 1});
        story.say(EventKind::Suspended, 9, {.task = 1});
        QCOMPARE(picture(*story.store.task(TaskId{1})),
                 QStringLiteral("created 5-5 running 5-9 suspended 9-…"));
    }

    void gapsInTheNumbersAreNotTaken()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.events = 7;
        story.say(EventKind::Created, 0, {.task = 1});
        QCOMPARE(story.store.eventCount(), 1);
        QVERIFY(!story.store.task(TaskId{1}));
    }

    void anyOrderOfEventsIsSurvivedAndSpansStayInOrder()
    {
        QRandomGenerator random(7);
        Story story;
        for (int i = 0; i < 20'000; ++i) {
            story.run = RunId{random.bounded(4u)};
            const quint32 big = random.bounded(50) == 0 ? 0xffffffffu : 0;
            story.say(EventKind(random.bounded(40)), random.bounded(1000),
                      {.task = random.bounded(6u) | big,
                       .payload = random.bounded(3) ? QByteArray()
                                                    : QByteArray(json("{'outcome':'result','cost':1e300}")),
                       .subject = random.bounded(5u) | big});
        }
        QCOMPARE(story.store.eventCount(), 20'000);
        for (const RunInfo &run : story.store.runs()) {
            for (const TaskId id : run.tasks) {
                const auto &states = story.store.task(id)->states;
                for (size_t i = 0; i + 1 < states.size(); ++i)
                    QVERIFY(states[i].begin <= *states[i].end && *states[i].end == states[i + 1].begin);
            }
        }
    }

    void aTasksEventsAreItsOwnAndTheCancelsAimedAtIt()
    {
        QRandomGenerator random(9);
        Story story;
        QHash<quint32, std::vector<EventId>> expected;
        story.say(EventKind::RunBegin, 0);
        for (int i = 0; i < 5000; ++i) {
            const auto kind = EventKind(random.bounded(int(EventKind::Created), int(EventKind::Print) + 1));
            const quint32 task = random.bounded(1u, 8u);
            const quint32 subject = random.bounded(1u, 8u);
            const EventId id = story.say(kind, i, {.task = task, .subject = subject});
            if (kind == EventKind::Created || expected.contains(task))
                expected[task].push_back(id);
            if (kind == EventKind::CancelRequested && subject != task && expected.contains(subject))
                expected[subject].push_back(id);
        }
        QCOMPARE(story.store.taskCount(), 7);
        for (quint32 task = 1; task <= 7; ++task) {
            const TaskEvents &events = story.store.task(TaskId{task})->events;
            QCOMPARE(std::vector<EventId>(events.begin(), events.end()), expected[task]);
            QCOMPARE(events.back(), expected[task].back());
        }
    }

    void beyondTheMostNothingIsTakenAndCounted()
    {
        Store store(3);
        for (quint32 id = 1; id <= 5; ++id) {
            Record record;
            record.event.id.value = id;
            store.append(record);
        }
        QCOMPARE(store.eventCount(), 3);
        QCOMPARE(store.refusedCount(), quint64(2));
    }

    void aHundredThousandEventsTakeWellUnderASecond()
    {
        Story story;
        QElapsedTimer timer;
        timer.start();
        story.say(EventKind::RunBegin, 0);
        for (quint32 task = 1; task <= 1000; ++task)
            story.say(EventKind::Created, 0, {.task = task});
        for (int i = 0; i < 33'000; ++i) {
            const quint32 task = quint32(i) % 1000 + 1;
            story.say(EventKind::Ready, i, {.task = task});
            story.say(EventKind::Resumed, i, {.task = task});
            story.say(EventKind::Suspended, i, {.task = task});
        }
        QCOMPARE(story.store.eventCount(), 100'001);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
