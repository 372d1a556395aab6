// SPDX-License-Identifier: MIT
#include "core/analysis/comparison_text.h"
#include "core/analysis/run_repeat.h"
#include "core/analysis/session_stats.h"
#include "session_story.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

std::vector<qint64> micros(const Figure &figure)
{
    std::vector<qint64> values;
    for (const Nanos value : figure.values)
        values.push_back(value / 1us);
    return values;
}

} // namespace

class TestSessionStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsAndStatesAreListedInTheOrderOfTheRepeats()
    {
        const RunStats run = sessionStatsOf(sessionStory({4, 2, 6}).store).runs.at(0);
        QCOMPARE(run.repeats, 3);
        QCOMPARE(micros(run.figures.cost), std::vector<qint64>({4000, 2000, 6000}));
        QCOMPARE(micros(run.figures.running), std::vector<qint64>({2000, 1000, 3000}));
        QCOMPARE(micros(run.figures.suspended), std::vector<qint64>({2000, 1000, 3000}));
        QCOMPARE(micros(run.lag), std::vector<qint64>({2000, 1000, 3000}));
        QCOMPARE(run.figures.cost.statistics.median, 4ms);
        QCOMPARE(run.tasks.size(), size_t(1));
        QCOMPARE(run.tasks[0].figures.cost.statistics.max, 6ms);
    }

    void outliersAreNamed()
    {
        const QString one = toText(sessionStatsOf(sessionStory({4, 4, 4, 9, 4, 4}).store));
        QVERIFY2(one.section(u'\n', 2, 2).endsWith(QStringLiteral(" 1: #4")), qPrintable(one));
        std::vector<double> costs(60, 4);
        for (size_t i = 10; i < 17; ++i)
            costs[i] = 9;
        const QString many = toText(sessionStatsOf(sessionStory(costs).store));
        QVERIFY2(many.section(u'\n', 2, 2).endsWith(QStringLiteral(" 7: #11 #12 #13 #14 #15 …")), qPrintable(many));
    }

    void warmUpsAreCountedApart()
    {
        Story story;
        tellRun(story, {.cost = 90, .round = "'warmup':1"});
        tellRun(story, {.cost = 2, .round = "'repeat':1"});
        const RunStats run = sessionStatsOf(story.store).runs.at(0);
        QCOMPARE(run.warmups, 1);
        QCOMPARE(run.repeats, 1);
        QCOMPARE(run.figures.cost.statistics.max, 2ms);
    }

    void repeatsThatEndOtherwiseAreLeftOutAndSaid()
    {
        Story story = sessionStory({2, 4});
        tellRun(story, {.cost = 1, .round = "'repeat':3", .outcome = "cancelled"});
        const SessionStats stats = sessionStatsOf(story.store);
        QCOMPARE(stats.runs.at(0).leftOut, 1);
        QCOMPARE(stats.runs.at(0).repeats, 2);
        QVERIFY(toText(stats).startsWith(
            QStringLiteral("run r (m): 2 repeats, real clock, 1 left out that ended otherwise\n")));
    }

    void repeatsOnAnotherClockThanTheFirstAreLeftOutAndSaid()
    {
        Story story = sessionStory({2, 4});
        tellRun(story, {.cost = 900, .round = "'repeat':3", .clock = "virtual"});
        const SessionStats stats = sessionStatsOf(story.store);
        QCOMPARE(stats.runs.at(0).repeats, 2);
        QCOMPARE(stats.runs.at(0).gaps.otherClock, 1);
        QVERIFY(stats.runs.at(0).realClock);
        QCOMPARE(stats.runs.at(0).figures.cost.statistics.max, 4ms);
        QVERIFY(toText(stats).startsWith(
            QStringLiteral("run r (m): 2 repeats, real clock, 1 left out on the other clock\n")));
        QCOMPARE(QJsonDocument::fromJson(toJson(stats))[0]["other_clock"].toInt(), 1);
    }

    /// Their cost is that of the whole, and their tasks' lives are not.
    void repeatsWhoseBeginningWasCutAwayAreLeftOutAndSaid()
    {
        Story story;
        tellRun(story, {.cost = 2, .round = "'repeat':1,'cut_ns':1000"});
        tellRun(story, {.cost = 4, .round = "'repeat':2"});
        const SessionStats stats = sessionStatsOf(story.store);
        QCOMPARE(stats.runs.at(0).repeats, 1);
        QCOMPARE(stats.runs.at(0).figures.cost.statistics.min, 4ms);
        QVERIFY(toText(stats).startsWith(
            QStringLiteral("run r (m): 1 repeat, real clock, 1 left out whose beginning was cut away\n")));
        QCOMPARE(QJsonDocument::fromJson(toJson(stats))[0]["clipped"].toInt(), 1);
    }

    void lostEventsAreSaidAndWithoutPassesThereIsNoLag()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::EventsLost, 1, {.subject = 12});
        story.say(EventKind::RunEnd, 2, {.payload = json("{'run':'r','outcome':'result','cost':0.002}")});
        const SessionStats stats = sessionStatsOf(story.store);
        const QString text = toText(stats);
        QVERIFY2(text.startsWith(QStringLiteral("run r (m): 1 repeat, real clock, 12 events lost\n")),
                 qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("loop lag")));
        const QJsonDocument object = QJsonDocument::fromJson(toJson(stats));
        QCOMPARE(object[0]["lost"].toInt(), 12);
        QVERIFY(object[0]["lag"].isNull());
        const RecordingComparison comparison = compare(stats, sessionStatsOf(sessionStory({2}).store));
        QVERIFY(toText(comparison).startsWith(
            QStringLiteral("run r: 1 repeat before, 1 after\n  before: 12 events lost\n")));
        QCOMPARE(QJsonDocument::fromJson(toJson(comparison))["runs"][0]["lost"][0].toInt(), 12);
        QVERIFY(!comparison.runs.at(0).lag);
    }

    void whereNoneEndsWithAResultTheFirstOutcomeCounts()
    {
        Story story;
        tellRun(story, {.round = "'repeat':1", .outcome = "exception"});
        tellRun(story, {.round = "'repeat':2", .outcome = "exception"});
        const RunStats run = sessionStatsOf(story.store).runs.at(0);
        QCOMPARE(run.outcome, QStringLiteral("exception"));
        QCOMPARE(run.repeats, 2);
    }

    void aRunWithoutAnEndCountsForNothing()
    {
        Story story = sessionStory({2});
        story.say(EventKind::RunBegin, 9, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        QCOMPARE(sessionStatsOf(story.store).runs.at(0).repeats, 1);
        QCOMPARE(sessionStatsOf(story.store).runs.at(0).leftOut, 1);
    }

    void tasksOfOneNameAreMatchedByTheirOrder()
    {
        Story story;
        for (int round = 0; round < 2; ++round) {
            story.say(EventKind::RunBegin, round, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
            for (quint32 task = 1; task <= 2; ++task) {
                const quint32 number = quint32(round) * 2 + task;
                story.say(EventKind::Created, round,
                          {.task = number, .payload = json("{'task':'worker','coro':'w'}")});
                story.say(EventKind::Resumed, round, {.task = number});
                story.say(EventKind::Done, round + 0.1 * task, {.task = number});
            }
            story.say(EventKind::RunEnd, round + 0.5,
                      {.payload = json("{'run':'r','outcome':'result','cost':0.0002}")});
        }
        const RunStats run = sessionStatsOf(story.store).runs.at(0);
        QCOMPARE(run.tasks.size(), size_t(2));
        QCOMPARE(micros(run.tasks[0].figures.cost), std::vector<qint64>({100, 100}));
        QCOMPARE(micros(run.tasks[1].figures.cost), std::vector<qint64>({200, 200}));
        QCOMPARE(run.tasks[1].order, 2);
        QVERIFY(toText({{run}}).contains(QStringLiteral("task worker #2 (w)")));
    }

    void ofVeryManyTasksOnlyTheFirstHaveFigures()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        for (quint32 task = 1; task <= 10'100; ++task)
            story.say(EventKind::Created, 1, {.task = task, .payload = json("{'coro':'m'}")});
        story.say(EventKind::RunEnd, 2, {.payload = json("{'run':'r','outcome':'result','cost':0.002}")});
        const SessionStats stats = sessionStatsOf(story.store);
        QCOMPARE(stats.runs.at(0).tasks.size(), size_t(10'000));
        QCOMPARE(stats.runs.at(0).moreTasks, 100);
        QVERIFY(toText(stats).endsWith(QStringLiteral("  and 10060 more tasks\n")));
    }

    void theTextIsATableOfFigures()
    {
        const QStringList lines = toText(sessionStatsOf(sessionStory({4, 2}, "virtual").store)).split(u'\n');
        QCOMPARE(lines[0], QStringLiteral("run r (m): 2 repeats, virtual clock"));
        QCOMPARE(lines[1].simplified(), QStringLiteral("median s IQR s p95 s min s max s mean s outliers"));
        QCOMPARE(lines[2].simplified(), QStringLiteral("cost 0.003 0.001 0.0039 0.002 0.004 0.003 0"));
        QCOMPARE(lines[6].simplified(),
                 QStringLiteral("task main (m) 0.003 0.001 0.0039 0.002 0.004 0.003 0"));
        QCOMPARE(lines.size(), 11);
    }

    void theJsonSaysTheSameToPrograms()
    {
        const QJsonArray runs =
            QJsonDocument::fromJson(toJson(sessionStatsOf(sessionStory({4, 2}).store))).array();
        const QJsonObject run = runs[0].toObject();
        QCOMPARE(run["repeats"].toInt(), 2);
        QCOMPARE(run["cost"]["median"].toDouble(), 0.003);
        QCOMPARE(run["cost"]["values"][0].toDouble(), 0.004);
        QCOMPARE(run["lag"]["max"].toDouble(), 0.002);
        QCOMPARE(run["tasks"][0]["suspended"]["min"].toDouble(), 0.001);
        const QJsonArray still =
            QJsonDocument::fromJson(toJson(sessionStatsOf(sessionStory({1}, "virtual").store))).array();
        QVERIFY(still[0]["lag"].isNull());
    }

    void anEmptyRecordingHasNoRuns()
    {
        QCOMPARE(toText(sessionStatsOf(Store())), QString());
        QCOMPARE(toJson(sessionStatsOf(Store())), "[]");
    }

    void aRepeatIsAStoreOfItsOwn()
    {
        const Story story = sessionStory({4, 2});
        const auto repeats = measuredRepeats(story.store);
        QCOMPARE(repeats.size(), size_t(2));
        const Store second = storeOf(story.store, repeats[1]);
        QCOMPARE(second.runs().size(), size_t(1));
        QCOMPARE(second.runs()[0].begin.ns, 0);
        QCOMPARE(second.runs()[0].cost, Nanos(2ms));
        QCOMPARE(second.taskCount(), 1);
        QCOMPARE(second.task(TaskId{1})->name, QStringLiteral("main"));
    }
};

QTEST_GUILESS_MAIN(TestSessionStats)
#include "tst_session_stats.moc"
