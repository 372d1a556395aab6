// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/shared/event_steps.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/recording_follower.h"
#include "ui/shared/selection.h"
#include "ui/shared/slices.h"
#include "ui/shared/viewport.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;
using enum EventKind;

namespace {

struct Live
{
    Story story;
    Recording recording;
    Viewport viewport;
    Playhead playhead;
    Selection selection;
    RecordingFollower follower{recording, viewport, playhead, selection};

    Live()
    {
        recording.replace(&story.store);
        story.say(RunBegin, 0);
        tick(0ms);
    }
    void tick(Nanos now)
    {
        recording.setLiveNow(TracePoint{} + now);
        recording.noteGrowth();
    }
};

} // namespace

class TestRecordingFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playheadStaysAtTheNewestInstant()
    {
        Live live;
        live.tick(40ms);
        QCOMPARE(live.playhead.moment(), (Moment{RunId{1}, TracePoint{} + 40ms, EventId{1}}));
        live.story.say(Print, 50, {.payload = json("{'text':'x'}")});
        live.tick(60ms);
        QCOMPARE(live.playhead.moment().event, EventId{2});
    }

    void fittedViewGrowsInSteps()
    {
        Live live;
        QSignalSpy moves(&live.viewport, &Viewport::changed);
        for (int ms = 1; ms <= 100; ++ms)
            live.tick(ms * 1ms);
        QCOMPARE(moves.size(), 0);
        live.tick(101ms);
        QCOMPARE(moves.size(), 1);
        live.story.say(Print, 101, {.payload = json("{'text':'x'}")});
        live.recording.setLiveNow(std::nullopt);
        QVERIFY(live.viewport.visible().length() < 150ms);
    }

    void whoeverLooksElsewhereIsLeftAlone()
    {
        Live live;
        QSignalSpy changes(&live.follower, &RecordingFollower::followingChanged);
        live.tick(50ms);
        live.playhead.goToTime(live.story.store, RunId{1}, TracePoint{} + 10ms);
        QVERIFY(!live.follower.isFollowing());
        live.tick(60ms);
        QCOMPARE(live.playhead.moment().at, TracePoint{} + 10ms);
        live.follower.follow();
        QCOMPARE(live.playhead.moment().at, TracePoint{} + 60ms);
        live.viewport.panBy(-1ms);
        QVERIFY(!live.follower.isFollowing());
        QCOMPARE(changes.size(), 3);
    }

    void anotherRecordingStartsAfresh()
    {
        Live live;
        live.selection.select({.task = TaskId{1}});
        live.viewport.panBy(1ms);
        const Story other = sleepStory();
        live.recording.replace(&other.store);
        QVERIFY(live.selection.current().isEmpty());
        QVERIFY(!live.playhead.moment().run);
        QCOMPARE(live.viewport.mode(), Viewport::Mode::Fitted);
        QCOMPARE(live.viewport.content().length(), 1002600us);
    }

    void roundExtentsAreNeverShorterAndNeverTwiceAsLong()
    {
        for (qint64 ms = 100; ms < 100'000; ms = ms * 21 / 20 + 1) {
            const Nanos round = roundExtent(Nanos(ms * 1'000'000));
            QVERIFY(round >= ms * 1ms && round < 2 * ms * 1ms);
        }
        QCOMPARE(roundExtent(4006ms), Nanos(5s));
        QCOMPARE(roundExtent(0ms), Nanos(100ms));
    }

    void stepsStayInTheirRunAndTheirTask()
    {
        Story story = sleepStory();
        story.say(RunBegin, 2000);
        const Moment none;
        QCOMPARE(eventAfter(story.store, none, {}, EventStep::Next), EventId{1});
        const EventId last = story.store.runs().front().lastEvent;
        const Moment end{RunId{1}, {}, last};
        QCOMPARE(eventAfter(story.store, end, {}, EventStep::Next), last);
        QCOMPARE(eventAfter(story.store, end, TaskId{2}, EventStep::PreviousOfTask),
                 story.store.task(TaskId{2})->finished);
        QCOMPARE(eventAfter(story.store, end, {}, EventStep::First), EventId{1});
        QCOMPARE(eventAfter(Store(), none, {}, EventStep::Last), EventId());
    }

    void sliceIsTheStateSomethingHappenedIn()
    {
        const Story story = sleepStory();
        const TaskInfo &b = *story.store.task(TaskId{2});
        QCOMPARE(sliceAt(story.store, b.id, b.created)->index, size_t(0));
        QCOMPARE(sliceAt(story.store, b.id, b.finished)->index, b.states.size() - 1);
        QCOMPARE(sliceAt(story.store, b.id, EventId{1}), std::nullopt);
        QCOMPARE(sliceAt(story.store, TaskId{99}, EventId{1}), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestRecordingFollower)
#include "tst_recording_follower.moc"
