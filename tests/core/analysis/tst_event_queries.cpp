// SPDX-License-Identifier: MIT
#include "core/analysis/event_queries.h"
#include "gather_story.h"

#include <QTest>

using namespace loopscope;

namespace {

TracePoint ms(qint64 count)
{
    return {count * 1'000'000};
}

} // namespace

class TestEventQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEventAtATimeIsTheLastOneNotLater()
    {
        Story story;
        story.say(EventKind::RunBegin, 10);
        story.say(EventKind::PassBegin, 10);
        const EventId third = story.say(EventKind::PassEnd, 20);
        story.say(EventKind::RunBegin, 30);
        const Store &store = story.store;
        QCOMPARE(eventAtOrBefore(store, RunId{1}, ms(9)), std::nullopt);
        QCOMPARE(eventAtOrBefore(store, RunId{1}, ms(10)), std::optional(EventId{2}));
        QCOMPARE(eventAtOrBefore(store, RunId{1}, ms(19)), std::optional(EventId{2}));
        QCOMPARE(eventAtOrBefore(store, RunId{1}, ms(500)), std::optional(third));
        QCOMPARE(eventAtOrBefore(store, RunId{2}, ms(500)), std::optional(EventId{4}));
        QCOMPARE(eventAtOrBefore(store, RunId{7}, ms(500)), std::nullopt);
    }

    void neighboursInARunEndAtItsEdges()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        story.say(EventKind::RunEnd, 1);
        story.say(EventKind::RunBegin, 2);
        QCOMPARE(nextInRun(story.store, EventId{1}), std::optional(EventId{2}));
        QCOMPARE(nextInRun(story.store, EventId{2}), std::nullopt);
        QCOMPARE(previousInRun(story.store, EventId{2}), std::optional(EventId{1}));
        QCOMPARE(previousInRun(story.store, EventId{3}), std::nullopt);
        QCOMPARE(nextInRun(story.store, EventId{99}), std::nullopt);
        QCOMPARE(previousInRun(story.store, EventId{}), std::nullopt);
    }

    void neighboursOfATaskAreItsOwnEventsAndCancelsAimedAtIt()
    {
        Story story;
        story.say(EventKind::RunBegin, 0);
        const EventId created = story.say(EventKind::Created, 0, {.task = 1});
        story.say(EventKind::Created, 0, {.task = 2});
        const EventId cancel = story.say(EventKind::CancelRequested, 0, {.task = 2, .subject = 1});
        const Store &store = story.store;
        QCOMPARE(nextOfTask(store, TaskId{1}, created), std::optional(cancel));
        QCOMPARE(previousOfTask(store, TaskId{1}, cancel), std::optional(created));
        QCOMPARE(nextOfTask(store, TaskId{1}, EventId{1}), std::optional(created));
        QCOMPARE(nextOfTask(store, TaskId{1}, cancel), std::nullopt);
        QCOMPARE(previousOfTask(store, TaskId{9}, cancel), std::nullopt);
    }

    void causesLeadBackToTheBeginning()
    {
        const Story story = gatherStory();
        QStringList kinds;
        const TaskInfo &main = *story.store.task(TaskId{1});
        const StateSpan &lastStep = main.states.back();
        for (const EventId cause : causesOf(story.store, lastStep.event))
            kinds << QString::number(int(story.store.event(cause).kind));
        const auto number = [](EventKind kind) { return QString::number(int(kind)); };
        QCOMPARE(kinds, (QStringList{number(EventKind::Ready), number(EventKind::Done)}));
        QCOMPARE(causesOf(story.store, lastStep.event, 1).size(), size_t(1));
        QVERIFY(causesOf(story.store, EventId{1}).empty());
        QVERIFY(causesOf(story.store, EventId{}).empty());
    }

    void causesThatPointForwardsEndTheChain()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.cause = EventId{2}});
        story.say(EventKind::PassBegin, 0, {.cause = EventId{1}});
        QCOMPARE(causesOf(story.store, EventId{2}), std::vector<EventId>{EventId{1}});
    }

    void theStateAtATimeIsTheLastEnteredUntilTheTaskEnds()
    {
        const Story story = gatherStory();
        const TaskInfo &b = *story.store.task(TaskId{3});
        QCOMPARE(int(stateAt(b, ms(0))->state), int(TaskState::Suspended));
        QCOMPARE(int(stateAt(b, ms(999))->state), int(TaskState::Suspended));
        QVERIFY(!stateAt(b, ms(1000)));
        QVERIFY(!stateAt(b, ms(-1)));
    }
};

QTEST_APPLESS_MAIN(TestEventQueries)
#include "tst_event_queries.moc"
