// SPDX-License-Identifier: MIT
// Recordings whose numbers are as large as numbers can be, and whose names are meant to be read as something else.
#include "core/analysis/comparison_text.h"
#include "core/analysis/hazards.h"
#include "core/analysis/renumbering.h"
#include "core/analysis/session_stats.h"
#include "core/trace/safe_time.h"
#include "session_story.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

constexpr qint64 farthest = std::numeric_limits<qint64>::max();

/// Two repeats with these costs, as their ends say them.
Story costStory(const QList<QByteArray> &costs)
{
    Story story;
    for (const QByteArray &cost : costs) {
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::RunEnd, 1, {.payload = json("{'run':'r','outcome':'result','cost':") + cost + '}'});
    }
    return story;
}

} // namespace

class TestExtremeRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCostIsALengthOrNone_data()
    {
        QTest::addColumn<QByteArray>("cost");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("nan") << QByteArray("nan") << false;
        QTest::newRow("inf") << QByteArray("inf") << false;
        QTest::newRow("negative") << QByteArray("-9000000000") << true;
        QTest::newRow("huge") << QByteArray("1e300") << true;
        QTest::newRow("usual") << QByteArray("1.5") << true;
    }
    void aCostIsALengthOrNone()
    {
        QFETCH(QByteArray, cost);
        QFETCH(bool, isThere);
        const Story story = costStory({cost});
        const RunInfo &run = story.store.runs().at(0);
        QCOMPARE(run.cost.has_value(), isThere);
        if (isThere)
            QVERIFY(*run.cost >= 0ns && *run.cost <= longestLength);
    }

    void figuresOfExtremesStayInOrder()
    {
        const SessionStats stats =
            sessionStatsOf(costStory({"-9e9", "9e9", "9e9", "0", "1e300", "-1e300", "1"}).store);
        const Statistics &cost = stats.runs.at(0).figures.cost.statistics;
        QVERIFY(cost.min >= 0ns && cost.min <= cost.q1 && cost.q1 <= cost.median);
        QVERIFY(cost.median <= cost.q3 && cost.q3 <= cost.p95 && cost.p95 <= cost.max);
        QVERIFY(cost.iqr() >= 0ns);
    }

    void statesOfManyTasksAddUpToNoMoreThanThereIs()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        for (const quint32 task : {1U, 2U})
            story.say(EventKind::Created, 0, {.task = task});
        for (const quint32 task : {1U, 2U})
            story.say(EventKind::Suspended, 0, {.task = task});
        for (const quint32 task : {1U, 2U})
            story.say(EventKind::Done, 6e12, {.task = task, .payload = json("{'outcome':'result'}")});
        story.say(EventKind::RunEnd, 6e12, {.payload = json("{'outcome':'result','cost':1}")});
        const SessionStats stats = sessionStatsOf(story.store);
        QCOMPARE(stats.runs.at(0).figures.suspended.statistics.max, longestLength);
        QVERIFY(hazardsOf(story.store).size() < 10); // and nothing overflows on the way
    }

    void timersThatAreDueAtTheEndOfTimeDelayNobody()
    {
        Story story;
        story.say(EventKind::RunBegin, 5, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::Created, 5, {.task = 1});
        story.say(EventKind::Resumed, 5, {.task = 1});
        story.say(EventKind::Suspended, 5000, {.task = 1});
        const QByteArray due = "{\"due_ns\":" + QByteArray::number(farthest) + '}';
        const EventId timer = story.say(EventKind::TimerFired, 5000, {.payload = due});
        const EventId ready = story.say(EventKind::Ready, 5000, {.task = 1, .cause = timer});
        story.say(EventKind::Resumed, 5001, {.task = 1, .cause = ready});
        story.say(EventKind::Suspended, 5002, {.task = 1});
        QVERIFY(!hazardsOf(story.store).empty()); // the block is told of
    }

    void whatIsMovedBeyondTheEndOfTimeStaysThere()
    {
        Story story;
        story.say(EventKind::RunBegin, 9e12, {});
        Renumbering numbers;
        numbers.begin(story.store, Nanos(farthest));
        QCOMPARE(numbers.take(story.store.event(EventId{1})).event.at.ns, farthest);
        QCOMPARE(safeLater({farthest}, Nanos(1)).ns, farthest);
        QCOMPARE(safeSum(Nanos(std::numeric_limits<qint64>::min()), Nanos(-1)).count(),
                 std::numeric_limits<qint64>::min());
        QCOMPARE(safeSum(Nanos(3), Nanos(-5)), Nanos(-2));
    }

    void aTaskOfTwoLinesKeepsItsFiguresBesideItsName()
    {
        Story before, after;
        for (Story *story : {&before, &after})
            tellRun(*story, {.cost = story == &before ? 1.0 : 2.0, .task = "one\\ntwo", .clock = "virtual"});
        const QString text =
            toText(compare(sessionStatsOf(before.store), sessionStatsOf(after.store)));
        QVERIFY2(text.contains("task one two (m)"), qPrintable(text));
        for (const QString &line : text.split(u'\n')) {
            if (line.contains("task one two"))
                QVERIFY2(line.contains("1 ms slower"), qPrintable(text));
            QVERIFY2(line != "two (m)", qPrintable(text));
        }
    }

    void aNameOfPlaceholdersStaysAsItIs()
    {
        Story before, after;
        for (Story *story : {&before, &after})
            tellRun(*story, {.task = "t %1 %2", .name = "a %1 %3"});
        const QString text =
            toText(compare(sessionStatsOf(before.store), sessionStatsOf(after.store)));
        QVERIFY2(text.contains("run a %1 %3: 1 repeat before, 1 after\n"), qPrintable(text));
        QVERIFY2(text.contains("task t %1 %2 (m)"), qPrintable(text));
    }

    void aRunThatIsGoneOrEndsOtherwiseCannotBeJudged()
    {
        Story before, after;
        for (const char *name : {"same", "gone", "crashes"})
            for (int i = 0; i < 2; ++i)
                tellRun(before, {.cost = 10, .name = name, .clock = "virtual"});
        for (int i = 0; i < 2; ++i) {
            tellRun(after, {.cost = 10, .name = "same", .clock = "virtual"});
            tellRun(after, {.cost = 1, .outcome = "exception", .name = "crashes", .clock = "virtual"});
            tellRun(after, {.cost = 1, .name = "new", .clock = "virtual"});
        }
        const auto comparison = compare(sessionStatsOf(before.store), sessionStatsOf(after.store));
        QVERIFY(canJudge(comparison));
        QCOMPARE(unjudgedRuns(comparison),
                 (QStringList{"run gone: it is gone",
                              "run crashes: ended with another outcome: result before, exception after"}));
    }

    void aRunThatEndsOtherwiseMoreOftenThanBeforeCannotBeJudged()
    {
        Story before, after;
        for (int i = 0; i < 4; ++i) {
            for (const char *name : {"fine", "shaky", "better"}) {
                const bool wasShaky = i == 3 && name != QByteArrayView("fine");
                const bool isShaky = i >= 2 && name == QByteArrayView("shaky");
                const char *const ends[] = {"result", "exception"};
                tellRun(before, {.cost = 10, .outcome = ends[wasShaky], .name = name, .clock = "virtual"});
                tellRun(after, {.cost = 10, .outcome = ends[isShaky], .name = name, .clock = "virtual"});
            }
        }
        const auto comparison = compare(sessionStatsOf(before.store), sessionStatsOf(after.store));
        QVERIFY(canJudge(comparison));
        QCOMPARE(unjudgedRuns(comparison),
                 QStringList("run shaky: more repeats ended otherwise: 1 before, 2 after"));
        QVERIFY(toText(comparison).contains("not counted, as they ended otherwise: 1 before, 2 after\n"));
    }
};

QTEST_APPLESS_MAIN(TestExtremeRecordings)
#include "tst_extreme_recordings.moc"
