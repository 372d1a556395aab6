// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/loop_geometry.h"

#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

RowGeometry loopOf(const Story &story, double width = 1000)
{
    static const Metrics metrics;
    const RunInfo &run = story.store.runs().front();
    const TimeSpan whole{{0}, {1'000'000'000}};
    return loopGeometry({story.store, run, TimeAxis{whole, width}.of(run.begin), run.last, {}, metrics});
}

/// Passes of 10 ms at 0 and 990 ms, and `lost` events gone before `at`.
Story lossy(quint32 lost, double at, const char *payload)
{
    Story story;
    story.say(RunBegin, 0, {.payload = json("{'run':'r','clock':'virtual'}")});
    story.say(PassBegin, 0, {.subject = 1});
    story.say(PassEnd, 10, {.subject = 1});
    story.say(EventsLost, at, {.payload = json(payload), .subject = lost});
    story.say(PassBegin, 990, {.subject = 2});
    story.say(PassEnd, 1000, {.subject = 2});
    return story;
}

std::vector<Bar> lossesIn(const RowGeometry &row)
{
    std::vector<Bar> bars;
    std::copy_if(row.bars.begin(), row.bars.end(), std::back_inserter(bars),
                 [](const Bar &bar) { return bar.kind == BarKind::Lost; });
    return bars;
}

} // namespace

class TestLoopGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostEventsStandOnTheLoopsLaneWhereTheyWereLost()
    {
        const RowGeometry row = loopOf(lossy(2048, 700, "{'for_ns':500000000}"));
        const auto bars = lossesIn(row);
        QCOMPARE(bars.size(), size_t(1));
        QCOMPARE(bars[0].rect.left(), 200.0);
        QCOMPARE(bars[0].rect.right(), 700.0);
        QCOMPARE(row.marks.size(), size_t(1));
        QCOMPARE(row.marks[0].kind, MarkKind::Bad);
        QCOMPARE(row.marks[0].x, 700.0);
        QCOMPARE(row.marks[0].text, QStringLiteral("2048 event(s) lost"));
    }

    void aShortLossIsSeen()
    {
        const RowGeometry row = loopOf(lossy(7, 500, "{'for_ns':1000}"));
        QCOMPARE(lossesIn(row).size(), size_t(1));
        QVERIFY(lossesIn(row)[0].rect.width() >= 1);
    }

    void lossesTooCloseForTheirTextsShareOne()
    {
        Story story = lossy(7, 500, "{'for_ns':1000}");
        story.say(EventsLost, 520, {.payload = json("{'for_ns':1000}"), .subject = 5});
        story.say(EventsLost, 900, {.payload = json("{'for_ns':1000}"), .subject = 1});
        const RowGeometry row = loopOf(story);
        QCOMPARE(lossesIn(row).size(), size_t(3));
        QCOMPARE(row.marks.size(), size_t(2));
        QCOMPARE(row.marks[0].text, QStringLiteral("12 event(s) lost"));
        QCOMPARE(row.marks[1].text, QStringLiteral("1 event(s) lost"));
    }

    void nonsenseFromAFileStaysWithinTheRun()
    {
        for (const char *payload : {"{'for_ns':-5}", "{'for_ns':9223372036854775807}", "{'for_ns':'x'}", "", "[]"}) {
            const auto bars = lossesIn(loopOf(lossy(1, 500, payload)));
            QCOMPARE(bars.size(), size_t(1));
            QVERIFY(bars[0].rect.left() >= 0);
            QVERIFY(bars[0].rect.right() >= bars[0].rect.left());
        }
    }

    void withoutLossesThereAreNone()
    {
        QVERIFY(lossesIn(loopOf(sleepStory())).empty());
    }
};

QTEST_MAIN(TestLoopGeometry)
#include "tst_loop_geometry.moc"
