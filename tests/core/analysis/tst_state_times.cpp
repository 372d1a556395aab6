// SPDX-License-Identifier: MIT
#include "core/analysis/state_times.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

TracePoint ms(qint64 count)
{
    return {count * 1'000'000};
}

/// created 0-1, running 1-4, suspended 4-10, running 10-…
Story unfinishedTask()
{
    Story story;
    story.say(EventKind::RunBegin, 0);
    story.say(EventKind::Created, 0, {.task = 1});
    story.say(EventKind::Resumed, 1, {.task = 1});
    story.say(EventKind::Suspended, 4, {.task = 1});
    story.say(EventKind::Resumed, 10, {.task = 1});
    return story;
}

} // namespace

class TestStateTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenStateLastsUntilNow()
    {
        const Story story = unfinishedTask();
        const StateTimes times = stateTimes(*story.store.task(TaskId{1}), ms(12));
        QCOMPARE(times.of(TaskState::Created), Nanos(1ms));
        QCOMPARE(times.of(TaskState::Running), Nanos(5ms));
        QCOMPARE(times.of(TaskState::Suspended), Nanos(6ms));
        QCOMPARE(times.total(), Nanos(12ms));
    }

    void onlyWhatLiesInTheSpanCounts()
    {
        const Story story = unfinishedTask();
        const StateTimes times = stateTimes(*story.store.task(TaskId{1}), TimeSpan{ms(3), ms(11)});
        QCOMPARE(times.of(TaskState::Created), Nanos(0));
        QCOMPARE(times.of(TaskState::Running), Nanos(2ms));
        QCOMPARE(times.of(TaskState::Suspended), Nanos(6ms));
    }

    void aPresentBeforeTheLastEventMakesNoTimeNegative()
    {
        const Story story = unfinishedTask();
        const StateTimes times = stateTimes(*story.store.task(TaskId{1}), ms(2));
        QCOMPARE(times.of(TaskState::Running), Nanos(1ms));
        QCOMPARE(times.total(), Nanos(2ms));
    }

    void aFinishedTaskDoesNotGrow()
    {
        Story story = unfinishedTask();
        story.say(EventKind::Done, 11, {.task = 1});
        QCOMPARE(stateTimes(*story.store.task(TaskId{1}), ms(500)).total(), Nanos(11ms));
    }
};

QTEST_APPLESS_MAIN(TestStateTimes)
#include "tst_state_times.moc"
