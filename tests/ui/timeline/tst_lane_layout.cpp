// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/job_lanes.h"
#include "ui/timeline/lane_layout.h"
#include "ui/timeline/print_stacks.h"

#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

QString text(const LaneLayout &layout)
{
    static constexpr std::array names{"run", "loop", "task", "network", "request", "pool", "jobs", "output"};
    QStringList out;
    for (const Row &row : layout.rows)
        out << QStringLiteral("%1 %2+%3")
                   .arg(QLatin1String(names[size_t(row.kind)]))
                   .arg(row.top)
                   .arg(row.height);
    return out.join(u'|');
}

Story twoRuns()
{
    Story story = sleepStory();
    story.say(RunBegin, 2000, {.payload = json("{'run':'second','main':'f'}")});
    story.say(Created, 2000, {.task = 3});
    story.say(RequestQueued, 2001,
              {.task = 3, .payload = json("{'method':'GET','url':'demo:/'}"), .subject = 1});
    story.say(ExecutorBegin, 2002, {.task = 3, .payload = json("{'job':'one'}"), .subject = 1});
    story.say(ExecutorBegin, 2003, {.task = 3, .payload = json("{'job':'two'}"), .subject = 2});
    story.say(ExecutorEnd, 2004, {.subject = 1});
    story.say(ExecutorBegin, 2005, {.task = 3, .payload = json("{'job':'three'}"), .subject = 3});
    return story;
}

} // namespace

class TestLaneLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowEachOtherFromHeadToOutput()
    {
        QCOMPARE(text(layOut(sleepStory().store, Metrics(), {})),
                 QStringLiteral("run 0+36|loop 36+18|task 54+32|task 86+32|output 118+20"));
    }

    void requestsAndJobsHaveSectionsAndJobsShareRows()
    {
        const Story story = twoRuns();
        const LaneLayout layout = layOut(story.store, Metrics(), {RunId{1}});
        QCOMPARE(text(layout),
                 QStringLiteral("run 0+36|run 44+36|loop 80+18|task 98+32|network 130+24|request "
                                "154+26|pool 180+24|jobs 204+26|jobs 230+26"));
        const JobLanes lanes = jobLanes(story.store.runs().back());
        QCOMPARE(lanes.laneOf, (std::vector<quint32>{0, 1, 0}));
    }

    void rowsAreFoundByHeight()
    {
        const Story story = twoRuns();
        const LaneLayout layout = layOut(story.store, Metrics(), {RunId{1}});
        QCOMPARE(layout.rowAt(0)->kind, RowKind::Run);
        QCOMPARE(layout.rowAt(40), nullptr); // between the runs
        QCOMPARE(layout.rowAt(100)->task, TaskId{3});
        QCOMPARE(layout.rowAt(-1), nullptr);
        QCOMPARE(layout.rowAt(layout.height), nullptr);
        QCOMPARE(layout.firstBelow(100), size_t(3));
        QVERIFY(!layout.taskRow(TaskId{1})); // its run is folded
    }

    void printsOfOneInstantStackAndOthersDoNot()
    {
        Story story;
        story.say(RunBegin, 0);
        const auto print = [&](double ms) { story.say(Print, ms, {.payload = json("{'text':'x'}")}); };
        story.say(PassBegin, 0, {.subject = 1});
        print(0);
        print(0.3);
        story.say(PassEnd, 1, {.subject = 1});
        story.say(PassBegin, 5, {.subject = 2});
        print(5);
        story.say(PassEnd, 5, {.subject = 2});
        story.say(PassBegin, 5, {.subject = 3}); // the virtual clock stood still
        print(5);
        const RunInfo &run = story.store.runs().front();
        std::vector<quint32> lines;
        for (const PrintInfo &each : run.prints)
            lines.push_back(printLine(each));
        QCOMPARE(lines, (std::vector<quint32>{0, 1, 0, 1}));
        QCOMPARE(printLines(run), 2u);
    }

    void aThousandPrintsAtOnceDoNotMakeATower()
    {
        Story story;
        story.say(RunBegin, 0);
        for (int i = 0; i < 1000; ++i)
            story.say(Print, 0, {.payload = json("{'text':'x'}")});
        QCOMPARE(printLines(story.store.runs().front()), mostPrintLines);
    }
};

QTEST_APPLESS_MAIN(TestLaneLayout)
#include "tst_lane_layout.moc"
