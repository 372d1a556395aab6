// SPDX-License-Identifier: MIT
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "tests/support/plan_run.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;

namespace {

/// What a plan's run `r` leaves; its coroutines are JSON with single quotes.
std::unique_ptr<Store> storeOf(const char *coroutines)
{
    const QByteArray text =
        json("{'plan': 1, 'shared': [{'future': 'never'}, {'lock': 'left'}, {'lock': 'right'}], "
             "'coroutines': {") +
        json(coroutines) + json("}, 'runs': [{'name': 'r', 'main': 'main'}]}");
    const auto plan = parsePlan(text, QString());
    if (!plan)
        qFatal("%s", qPrintable(line(plan.error().front())));
    return recordedRun(*plan);
}

QString hazardsOf(const char *coroutines)
{
    const auto store = storeOf(coroutines);
    return toText(*store, hazardsOf(*store)).remove(QStringLiteral("hazards of run r:\n"));
}

const QString none;

/// Main sleeps twice, one after the other, a second and a half.
QString hazardsOfSleeps(bool isLossy)
{
    using enum EventKind;
    Story story;
    story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
    story.say(Created, 0, {.task = 1, .payload = json("{'task':'main','coro':'m'}")});
    for (const double begin : {0.0, 1000.0}) {
        story.say(Resumed, begin, {.task = 1});
        story.say(Suspended, begin, {.task = 1, .payload = json("{'on':'sleep'}")});
        if (isLossy)
            story.say(EventsLost, begin + 100, {.subject = 7});
    }
    story.say(Resumed, 1500, {.task = 1});
    story.say(Done, 1500, {.task = 1, .payload = json("{'outcome':'result'}")});
    story.say(RunEnd, 1500, {.payload = json("{'run':'r','outcome':'result','cost':1.5}")});
    return toText(story.store, hazardsOf(story.store));
}

} // namespace

class TestHazards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlockIsHeldAgainstWhoBlocksAndNamesWhoHadToWait()
    {
        QCOMPARE(
            hazardsOf("'beats': [{'sleep': 1}, {'print': 'late'}], 'waits': [{'sleep': 2.5}], "
                      "'main': [{'task': 'beats', 'as': 'a'}, {'task': 'waits', 'as': 'b'}, {'sleep': 0.75}, "
                      "{'block': 2}, {'await': 'a'}, {'await': 'b'}]"),
            QStringLiteral("  blocked_loop     0.75 s: Task-1 held the loop for 2 s; 2 steps had to wait: "
                           "Task-2 1.75 s, Task-3 0.25 s\n"));
    }

    void aBlockingCallbackIsNamedAsWhatItIs()
    {
        QCOMPARE(hazardsOf("'main': [{'call_later': 1, 'do': [{'block': 0.5}]}, {'sleep': 2}]"),
                 QStringLiteral("  blocked_loop     1 s: a call_later callback held the loop for 0.5 s; "
                                "nobody had to wait\n"));
    }

    void aShortBlockIsNone() { QCOMPARE(hazardsOf("'main': [{'block': 0.0999}]"), none); }

    void whereEventsWereLostNoRowIsClaimed()
    {
        QVERIFY2(hazardsOfSleeps(false).contains(QStringLiteral("awaits_in_a_row")),
                 qPrintable(hazardsOfSleeps(false)));
        QCOMPARE(hazardsOfSleeps(true), none);
    }

    void anErrorNobodyAskedForIsLost()
    {
        QCOMPARE(
            hazardsOf("'fails': [{'sleep': 1}, {'raise': 'ValueError', 'message': 'lost'}], "
                      "'main': [{'task': 'fails', 'as': 't'}, {'sleep': 3}]"),
            QStringLiteral("  lost_exception   1 s: Task-2 failed and nobody asked: ValueError: lost\n"));
        QCOMPARE(
            hazardsOf("'main': [{'future': 'f'}, {'set_exception': 'f', 'error': 'OSError'}, {'sleep': 1}]"),
            QStringLiteral("  lost_exception   1 s: f failed and nobody asked: OSError\n"));
    }

    void anErrorThatIsAskedForIsNot()
    {
        QCOMPARE(
            hazardsOf("'fails': [{'sleep': 1}, {'raise': 'ValueError', 'message': 'found'}], "
                      "'main': [{'task': 'fails', 'as': 't'}, {'sleep': 3}, {'exception': 't', 'as': 'e'}]"),
            none);
    }

    void aTaskThatSwallowsItsCancellationGoesOn()
    {
        QCOMPARE(
            hazardsOf("'deaf': [{'try': [{'sleep': 9}], 'except': [{'type': 'CancelledError', 'do': "
                      "[{'print': 'no'}]}]}, {'sleep': 2}], "
                      "'main': [{'task': 'deaf', 'as': 't'}, {'sleep': 1}, {'cancel': 't'}, {'await': 't'}]"),
            QStringLiteral(
                "  late_cancel      1 s: Task-2 went on for 2 s after it was asked to cancel, and is "
                "done\n"));
    }

    void aTaskThatTakesLongToEndGoesOn()
    {
        QCOMPARE(
            hazardsOf("'slow': [{'try': [{'sleep': 9}], 'finally': [{'sleep': 0.5}]}], "
                      "'main': [{'task': 'slow', 'as': 't'}, {'sleep': 1}, {'cancel': 't'}, {'sleep': 2}]"),
            QStringLiteral(
                "  late_cancel      1 s: Task-2 went on for 0.5 s after it was asked to cancel, and "
                "is cancelled\n"));
    }

    void whoEndsSoonAfterACancellationDoesNot()
    {
        QCOMPARE(
            hazardsOf("'quick': [{'try': [{'sleep': 9}], 'finally': [{'sleep': 0.05}]}], "
                      "'main': [{'task': 'quick', 'as': 't'}, {'sleep': 1}, {'cancel': 't'}, {'sleep': 2}]"),
            none);
    }

    void aTimeoutAndAGroupCancelTheirOwnTaskAndCatchThat()
    {
        QCOMPARE(hazardsOf("'main': [{'try': [{'with_timeout': 1, 'do': [{'sleep': 9}]}], 'except': "
                           "[{'type': 'TimeoutError', 'do': [{'print': 'in time'}]}]}, {'sleep': 5}]"),
                 none);
        QCOMPARE(hazardsOf("'fails': [{'sleep': 1}, {'raise': 'OSError'}], 'main': [{'try': [{'group': "
                           "[{'spawn': 'fails'}, {'sleep': 9}]}], 'except': [{'type': 'Exception', 'do': "
                           "[{'print': 'seen'}]}]}, {'sleep': 5}]"),
                 none);
    }

    void waitsThatCouldOverlapSayWhatGatheringWouldSave()
    {
        QCOMPARE(hazardsOf("'a': [{'print': 'Suspending a'}, {'sleep': 3}, {'print': 'Resuming a'}], "
                           "'b': [{'print': 'Suspending b'}, {'sleep': 1}, {'print': 'Resuming b'}], "
                           "'main': [{'await': 'a'}, {'await': 'b'}]"),
                 QStringLiteral(
                     "  awaits_in_a_row  0 s: Task-1 waits one after another (sleep); gathered they could "
                     "save 1 s\n"));
        QCOMPARE(
            hazardsOf("'a': [{'sleep': 3}], 'main': [{'sleep': 1}, {'task': 'a', 'as': 't'}, {'await': 't'}, "
                      "{'task': 'a', 'as': 't'}, {'await': 't'}]"),
            QStringLiteral(
                "  awaits_in_a_row  1 s: Task-1 waits one after another (await); gathered they could "
                "save 3 s\n"));
        QCOMPARE(
            hazardsOf("'main': [{'executor': {'sleep': 1}}, {'executor': {'sleep': 1}}, "
                      "{'executor': {'sleep': 2}}]"),
            QStringLiteral("  awaits_in_a_row  0 s: Task-1 waits one after another (executor); gathered they "
                           "could save 2 s\n"));
    }

    void whatTicksIsGatheredOrDoesSomethingInBetweenCouldNot_data()
    {
        QTest::addColumn<QByteArray>("coroutines");
        QTest::newRow("gathered") << QByteArray("'a': [{'sleep': 3}], 'b': [{'sleep': 1}], "
                                                "'main': [{'gather': ['a', 'b']}]");
        QTest::newRow("a clock") << QByteArray(
            "'main': [{'repeat': 5, 'do': [{'sleep': 1}, {'print': 'tick'}]}]");
        QTest::newRow("little to save") << QByteArray("'main': [{'sleep': 3}, {'sleep': 0.09}]");
        QTest::newRow("only gives way") << QByteArray("'main': [{'sleep': 3}, {'sleep': 0}, {'sleep': 0}]");
        QTest::newRow("others work meanwhile") << QByteArray(
            "'o': [{'sleep': 0.5}], 'main': [{'task': 'o', 'as': 't'}, {'sleep': 3}, {'sleep': 1}]");
        QTest::newRow("starts something in between") << QByteArray(
            "'o': [{'print': 'o'}], 'main': [{'sleep': 3}, {'task': 'o', 'as': 't'}, {'sleep': 1}]");
        QTest::newRow("wakes somebody in between")
            << QByteArray("'o': [{'await': 'never'}], 'main': [{'task': 'o', 'as': 't'}, {'sleep': 3}, "
                          "{'set_result': 'never', 'value': 1}, {'sleep': 1}]");
    }
    void whatTicksIsGatheredOrDoesSomethingInBetweenCouldNot()
    {
        QFETCH(QByteArray, coroutines);
        QCOMPARE(hazardsOf(coroutines.constData()), none);
    }

    void tasksThatWaitForEachOtherNeverResume()
    {
        QCOMPARE(
            hazardsOf(
                "'one': [{'with': 'left', 'do': [{'sleep': 1}, {'with': 'right', 'do': [{'print': '1'}]}]}], "
                "'two': [{'with': 'right', 'do': [{'sleep': 1}, {'with': 'left', 'do': [{'print': '2'}]}]}], "
                "'main': [{'gather': ['one', 'two']}]"),
            QStringLiteral("  never_resumed    0 s: Task-1 waited for what never came (gather): it waits for Task-2, "
                           "Task-3\n"
                           "  never_resumed    1 s: Task-2 waited for what never came (with right): it waits for "
                           "Task-3, in a ring: a deadlock\n"
                           "  never_resumed    1 s: Task-3 waited for what never came (with left): it waits for "
                           "Task-2, in a ring: a deadlock\n"));
    }

    void whoTheEndOfTheRunCancelsMightHaveResumed()
    {
        QCOMPARE(
            hazardsOf("'waits': [{'await': 'never'}], 'main': [{'task': 'waits', 'as': 't'}, {'sleep': 1}]"),
            none);
    }

    void aStepInsideAStepIsANestedLoop()
    {
        using enum EventKind;
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'main'}")});
        story.say(PassBegin, 0, {.subject = 1});
        story.say(Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'main'}")});
        story.say(Resumed, 0, {.task = 1});
        story.say(ExecutorEnd, 20, {.subject = 1});
        story.say(Suspended, 30, {.task = 1, .payload = json("{'on':'sleep'}")});
        story.say(PassEnd, 30, {.subject = 1});
        const auto found = hazardsOf(story.store);
        QCOMPARE(toText(story.store, found),
                 QStringLiteral("hazards of run r:\n  nested_loop      0 s: Task-1 ran an "
                                "event loop inside a step of 0.03 s\n"));
        QCOMPARE(found.front().events, (std::vector<EventId>{{4}, {5}, {6}}));
    }

    void whatComesBetweenStepsIsNone()
    {
        QVERIFY(hazardsOf(sleepStory().store, {.blocked = Nanos::max()}).empty());
    }

    void programsGetTheEvidence()
    {
        const auto store = storeOf("'waits': [{'sleep': 1}], "
                                   "'main': [{'task': 'waits', 'as': 't'}, {'block': 2}, {'await': 't'}]");
        const QByteArray text = toJson(*store, hazardsOf(*store));
        QVERIFY2(
            text.startsWith(json("[{'hazard':'blocked_loop','run':'r','task':'Task-1','name':'Task-1','at':0,"
                                 "'length':2,'text':'','events':[")),
            text.constData());
        QVERIFY2(text.contains(json("'delayed':[{'task':'Task-2','event':")), text.constData());
        QVERIFY2(text.endsWith(json("'late':2}],'delayed_steps':1}]")), text.constData());
    }

    void theWorkGrowsWithTheEventsAndNoFaster()
    {
        // 2,000 steps that are ready at once and each block: every one is late because of all before it.
        using enum EventKind;
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'main'}")});
        std::vector<EventId> ready;
        for (quint32 task = 1; task <= 2000; ++task) {
            story.say(Created, 0, {.task = task, .payload = json("{'coro':'c'}")});
            ready.push_back(story.say(Ready, 0, {.task = task}));
        }
        for (quint32 task = 1; task <= 2000; ++task) {
            story.say(Resumed, 200.0 * task, {.task = task, .cause = ready[task - 1]});
            story.say(Suspended, 200.0 * task + 200, {.task = task});
        }
        const auto found = hazardsOf(story.store);
        QCOMPARE(found.size(), size_t(2000));
        QCOMPARE(found.front().delayedCount, 100);
        QCOMPARE(found.front().delayed.size(), size_t(10));
    }
};

QTEST_GUILESS_MAIN(TestHazards)
#include "tst_hazards.moc"
