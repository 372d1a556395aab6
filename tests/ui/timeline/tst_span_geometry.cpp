// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/span_geometry.h"

#include <QTest>

#include <numeric>

using namespace loopscope;
using namespace std::chrono_literals;
using enum EventKind;

namespace {

RowGeometry laneOf(const Story &story, quint32 task, TimeSpan visible, double width = 1000)
{
    static const Metrics metrics;
    const RunInfo &run = story.store.runs().front();
    const LaneContext lane{story.store, run, TimeAxis{visible, width}.of(run.begin), run.last, {}, metrics};
    const TaskInfo *info = story.store.task(TaskId{task});
    return taskGeometry(lane, *info);
}

constexpr TimeSpan whole{{0}, {1'000'000'000}};

const Bar *find(const RowGeometry &lane, BarKind kind)
{
    const auto found =
        std::find_if(lane.bars.begin(), lane.bars.end(), [=](const Bar &b) { return b.kind == kind; });
    return found == lane.bars.end() ? nullptr : &*found;
}

/// A task that runs 1 ms and sleeps 1 ms, so many times, from the start.
Story busy(int switches)
{
    Story story;
    story.say(RunBegin, 0);
    story.say(Created, 0, {.task = 1});
    for (int i = 0; i < switches; ++i) {
        story.say(Resumed, 2 * i, {.task = 1});
        story.say(Suspended, 2 * i + 1, {.task = 1, .payload = json("{'on':'sleep','seconds':0.001}")});
    }
    story.say(Print, 2 * switches, {.payload = json("{'text':'x'}")});
    return story;
}

Story endedBy(const char *outcome)
{
    Story story;
    story.say(RunBegin, 0);
    story.say(Created, 0, {.task = 1, .payload = json("{'coro':'boss'}")});
    story.say(Created, 0, {.task = 2});
    story.say(Resumed, 100, {.task = 2});
    story.say(Suspended, 200, {.task = 2, .payload = json("{'on':'sleep','seconds':9}")});
    story.say(CancelRequested, 500, {.task = 1, .subject = 2});
    story.say(Ready, 500, {.task = 2});
    story.say(Resumed, 600, {.task = 2});
    story.say(Done, 700, {.task = 2, .payload = json(outcome)});
    return story;
}

} // namespace

class TestSpanGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heightTellsTheStateBeforeColourDoes()
    {
        const RowGeometry lane = laneOf(endedBy("{'outcome':'result'}"), 2, whole);
        QCOMPARE(find(lane, BarKind::Running)->rect, QRectF(100, 5, 100, 22));
        QCOMPARE(find(lane, BarKind::Suspended)->rect, QRectF(200, 9, 300, 14));
        QCOMPARE(find(lane, BarKind::Ready)->rect, QRectF(500, 16, 100, 11));
        QCOMPARE(find(lane, BarKind::Created)->rect, QRectF(0, 15, 100, 2));
        QCOMPARE(find(lane, BarKind::Suspended)->text, QStringLiteral("sleep 9 s"));
        QCOMPARE(find(lane, BarKind::Suspended)->glyph, Glyph::Timer);
    }

    void runningIsPaintedLastAndNeverThinnerThanThreePixels()
    {
        const RowGeometry lane = laneOf(sleepStory(), 2, {{0}, {3'000'000'000}});
        const Bar *running = find(lane, BarKind::Running);
        QCOMPARE(running->rect.width(), 3.0);
        QVERIFY(running->trueWidth < 0.1);
        QCOMPARE(lane.bars.back().kind, BarKind::Running);
        QVERIFY(lane.columns.empty());
    }

    void failureIsRedAndSaysWhy()
    {
        const RowGeometry lane =
            laneOf(endedBy("{'outcome':'exception','type':'ValueError','message':'no'}"), 2, whole);
        QCOMPARE(find(lane, BarKind::Failed)->rect.left(), 600.0);
        QCOMPARE(find(lane, BarKind::Failed)->text, QStringLiteral("ValueError"));
        QCOMPARE(lane.marks.front().kind, MarkKind::Failed);
        QCOMPARE(lane.marks.front().text, QStringLiteral("ValueError: no"));
    }

    void cancelledWaitSaysWhoCancelled()
    {
        const RowGeometry lane = laneOf(endedBy("{'outcome':'cancelled'}"), 2, whole);
        QCOMPARE(find(lane, BarKind::Cancelled)->text, QStringLiteral("by boss"));
        QCOMPARE(lane.marks.front().kind, MarkKind::Cancelled);
        QVERIFY(!find(lane, BarKind::Suspended));
    }

    void unfinishedTaskLastsUntilTheRunsLastEvent()
    {
        Story story = busy(1);
        story.say(Print, 800, {.payload = json("{'text':'later'}")});
        const RowGeometry lane = laneOf(story, 1, whole);
        QCOMPARE(find(lane, BarKind::Suspended)->rect.right(), 800.0);
        QVERIFY(lane.marks.empty());
    }

    void crowdIsShownByItsShares()
    {
        const RowGeometry lane = laneOf(busy(500), 1, whole, 200); // half a pixel for each switch
        QVERIFY(lane.bars.size() < 5);
        QVERIFY(lane.columns.size() > 60 && lane.columns.size() < 80);
        for (size_t i = 1; i + 1 < lane.columns.size(); ++i) {
            QVERIFY(qAbs(lane.columns[i].running - 0.5) < 0.05);
            QCOMPARE(lane.columns[i].ready, 0.0);
            QVERIFY(qAbs(lane.columns[i].x - lane.columns[i - 1].x - 3) < 1e-6);
        }
    }

    void sameTaskCloserByIsBarsAgain()
    {
        const RowGeometry lane = laneOf(busy(500), 1, {{0}, {10'000'000}});
        QVERIFY(lane.columns.empty());
        QVERIFY(lane.bars.size() >= 10);
    }

    void panningChangesNothingButThePlace()
    {
        const Story story = busy(500);
        const RowGeometry here = laneOf(story, 1, {{0}, {1'000'000'000}}, 200);
        const RowGeometry there = laneOf(story, 1, {{100'000'000}, {1'100'000'000}}, 200);
        const auto column = [](const RowGeometry &lane, double x) {
            return *std::find_if(lane.columns.begin(), lane.columns.end(),
                                 [x](const DensityColumn &each) { return each.x >= x; });
        };
        QVERIFY(qAbs(column(here, 60).x - column(there, 40).x - 20) < 1e-6);
        QCOMPARE(column(here, 60).running, column(there, 40).running);
    }

    void workFollowsTheWidthNotTheLength()
    {
        const RowGeometry lane = laneOf(busy(50'000), 1, {{0}, {100'000'000'000}}, 600);
        QVERIFY(lane.bars.size() + lane.columns.size() < 260);
    }

    void crowdAtOneInstantOfAVirtualClockIsSeen()
    {
        Story story;
        story.say(RunBegin, 0);
        story.say(Created, 0, {.task = 1});
        for (int i = 0; i < 100; ++i) {
            story.say(Resumed, 0, {.task = 1});
            story.say(Suspended, 0, {.task = 1});
        }
        story.say(Done, 0, {.task = 1});
        const RowGeometry lane = laneOf(story, 1, whole);
        QCOMPARE(lane.columns.size(), size_t(1));
        QCOMPARE(lane.columns.front().running, 1.0);
        QCOMPARE(lane.marks.size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestSpanGeometry)
#include "tst_span_geometry.moc"
