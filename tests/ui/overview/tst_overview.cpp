// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/overview/overview_strip.h"
#include "ui/overview/recording_overview.h"
#include "ui/overview/track_overview.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;
using enum EventKind;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunHasABlockAndEveryTaskALine()
    {
        const Story story = sleepStory();
        const OverviewMap map{{{0}, {1'002'600'000}}, 100, 1002.6};
        const auto shapes = overviewShapes(story.store, map, 6, 22, {});
        QCOMPARE(shapes.size(), size_t(1 + 2 + 4)); // a run, two tasks, two steps of each
        QCOMPARE(shapes.front().kind, OverviewKind::Run);
        QCOMPARE(shapes.front().rect, QRectF(100, 6, 1002.6, 22));
        QCOMPARE(shapes[1].kind, OverviewKind::Waiting);
        QCOMPARE(shapes[1].rect.height(), 4.0);
        QVERIFY(shapes[2].rect.width() >= 1);
    }

    void hundredThousandSwitchesAreAsManyShapesAsPixels()
    {
        Story story;
        story.say(RunBegin, 0);
        story.say(Created, 0, {.task = 1});
        for (int i = 0; i < 50'000; ++i) {
            story.say(Resumed, i, {.task = 1});
            story.say(Suspended, i + 0.5, {.task = 1});
        }
        const OverviewMap map{{{0}, {50'000'000'000}}, 0, 500};
        QVERIFY(overviewShapes(story.store, map, 0, 22, {}).size() < 550);
    }

    void manyTasksDoNotLeaveTheStrip()
    {
        Story story;
        story.say(RunBegin, 0);
        for (quint32 i = 1; i < 200; ++i)
            story.say(Created, 0, {.task = i});
        story.say(Print, 10, {.payload = json("{'text':'x'}")});
        for (const OverviewShape &shape :
             overviewShapes(story.store, {{{0}, {10'000'000}}, 0, 100}, 6, 22, {}))
            QVERIFY(shape.rect.bottom() <= 28);
    }

    void frameIsHeldAtItsEdgesAndInside()
    {
        const QRectF frame(100, 0, 50, 20);
        QCOMPARE(gripAt(frame, 98), OverviewGrip::Left);
        QCOMPARE(gripAt(frame, 125), OverviewGrip::Frame);
        QCOMPARE(gripAt(frame, 152), OverviewGrip::Right);
        QCOMPARE(gripAt(frame, 90), OverviewGrip::None);
        QCOMPARE(gripAt(QRectF(100, 0, 6, 20), 103), OverviewGrip::Frame); // a small one can still be moved
        QCOMPARE(gripAt({}, 0), OverviewGrip::None);
    }

    void dragMovesResizesAndDoubleClickFits()
    {
        const Story story = sleepStory();
        Theme theme;
        Recording recording;
        Viewport viewport;
        Playhead playhead;
        OverviewStrip strip(std::make_unique<RecordingOverview>(recording, playhead), viewport, theme);
        strip.resize(1128 + 16, 34);
        recording.replace(&story.store);
        viewport.setContent(recording.alignedSpan());
        viewport.show({TracePoint{} + 200ms, TracePoint{} + 400ms});
        const auto x = [&](Nanos at) { return 136 + int(at.count() / 1'002'600'000.0 * 1000); };
        const auto drag = [&](Nanos from, Nanos to) {
            QTest::mousePress(&strip, Qt::LeftButton, {}, {x(from), 17});
            QTest::mouseMove(&strip, {x(to), 17});
            QTest::mouseRelease(&strip, Qt::LeftButton, {}, {x(to), 17});
        };
        drag(300ms, 500ms);
        QCOMPARE(viewport.visible().length(), 200ms);
        QVERIFY(qAbs((viewport.visible().begin - TracePoint{} - 400ms).count()) < 2'000'000);
        drag(602ms, 802ms);
        QVERIFY(qAbs((viewport.visible().length() - 400ms).count()) < 4'000'000);
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, {x(500ms), 17});
        QCOMPARE(viewport.mode(), Viewport::Mode::Fitted);
        QVERIFY(!strip.grab().isNull());
    }

    void aTraceHasALineForEachTrackWithSlices()
    {
        TrackStore store;
        const TrackId process = store.addTrack({.kind = TrackKind::Process});
        const TrackId thread = store.addTrack({.kind = TrackKind::Thread, .parent = process});
        store.addSlice(thread, {{1'000}, 100ns, {}, {}});
        store.addSlice(thread, {{1'900}, 100ns, {}, {}});
        store.addSlice(process, {{1'500}, 1ns, {}, {}});
        static_cast<void>(store.finish());
        ShownTrace trace;
        TrackOverview overview(trace);
        QVERIFY(!overview.framed() && overview.shapes({}, 6, 22).empty());
        trace.replace(&store, {});
        QCOMPARE(overview.session(), (TimeSpan{{0}, {1'000}}));
        const auto shapes = overview.shapes({overview.session(), 100, 1000}, 6, 22);
        QCOMPARE(shapes.size(), size_t(1 + 3));
        QCOMPARE(shapes[1].rect, QRectF(600, 9, 1, 4));
        QCOMPARE(shapes[2].rect, QRectF(100, 15, 100, 4));
        QCOMPARE(shapes[3].rect, QRectF(1000, 15, 100, 4));
        overview.goTo({700});
        QCOMPARE(trace.now(), std::optional(TracePoint{700}));
        trace.setNow(TracePoint{5'000});
        QCOMPARE(overview.now(), std::optional(TracePoint{1'000}));
    }

    void aMillionSlicesOnManyTracksAreAsManyShapesAsPixels()
    {
        TrackStore store;
        for (int i = 0; i < 1'000; ++i) {
            const TrackId track = store.addTrack({});
            for (int n = 0; n < 1'000; ++n)
                store.addSlice(track, {{n * 1'000 + i}, 500ns, {}, {}});
        }
        static_cast<void>(store.finish());
        ShownTrace trace;
        trace.replace(&store, {});
        const auto shapes = TrackOverview(trace).shapes({trace.span(), 0, 300}, 6, 22);
        QVERIFY2(shapes.size() < 8 * 310, qPrintable(QString::number(shapes.size())));
        for (const OverviewShape &shape : shapes)
            QVERIFY(shape.rect.bottom() <= 28);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
