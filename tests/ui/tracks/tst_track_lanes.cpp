// SPDX-License-Identifier: MIT
#include "ui/tracks/track_geometry.h"
#include "ui/tracks/track_hit.h"
#include "ui/tracks/track_search.h"
#include "ui/tracks/track_text.h"

#include <QTest>

using namespace loopscope;

namespace {

/// A process with a thread of `count` slices of 4 ns, one every 10 ns, and a counter; and an empty track.
struct Trace
{
    explicit Trace(int count)
    {
        process = store.addTrack({.kind = TrackKind::Process, .name = store.texts().idOf("p"), .number = 7});
        thread = store.addTrack({.kind = TrackKind::Thread, .parent = process, .number = 8});
        counter =
            store.addTrack({.kind = TrackKind::Counter, .parent = process, .name = store.texts().idOf("c")});
        static_cast<void>(store.addTrack({.name = store.texts().idOf("empty")}));
        for (int i = 0; i < count; ++i)
            store.addSlice(thread,
                           {{1000 + 10 * i}, Nanos(4), store.texts().idOf(i % 2 ? "Odd" : "even"), {}});
        store.addSlice(
            thread, {{1000}, Nanos(10 * count), store.texts().idOf("all"), store.texts().idOf("{\"k\":1}")});
        store.addSample(counter, {{1000}, 1});
        store.addSample(counter, {{1050}, 3});
        static_cast<void>(store.finish());
    }
    [[nodiscard]] TimeAxis axis(double width) const { return {store.span(), width}; }

    TrackStore store;
    TrackId process, thread, counter;
    Metrics metrics;
};

} // namespace

class TestTrackLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsHoldTheLanesBelowThem()
    {
        const Trace trace(10);
        const TrackLanes lanes = layOutTracks(trace.store, trace.metrics, {});
        QCOMPARE(lanes.lanes.size(), size_t(3)); // not the empty one
        QVERIFY(lanes.lanes[0].isGroup);
        QCOMPARE(lanes.lanes[1].track, trace.thread);
        QCOMPARE(lanes.lanes[1].indent, 1);
        QCOMPARE(lanes.lanes[1].height, 2 * trace.metrics.listRow + trace.metrics.gap);
        QCOMPARE(lanes.laneAt(lanes.lanes[2].top), &lanes.lanes[2]);
        QCOMPARE(lanes.laneAt(lanes.height), nullptr);
        QCOMPARE(lanes.laneAt(-1), nullptr);
        QCOMPARE(layOutTracks(trace.store, trace.metrics, {trace.process}).lanes.size(), size_t(1));
    }

    void wideSlicesAreBarsOfTheirOwn()
    {
        const Trace trace(10);
        const TrackLanes lanes = layOutTracks(trace.store, trace.metrics, {});
        const TrackGeometry geometry =
            trackGeometry(trace.store, lanes.lanes[1], trace.axis(1000), trace.metrics);
        QCOMPARE(geometry.bars.size(), size_t(11));
        QCOMPARE(geometry.bars[2].rect.left(), 100.0);
        QCOMPARE(geometry.bars[2].rect.width(), 40.0);
        const auto hit = hitAt(lanes.lanes[1], geometry, {120, geometry.bars[2].rect.center().y()}, 3);
        QVERIFY(hit);
        QCOMPARE(hit->thing.slice, std::optional(SliceRef{trace.thread, 1, 1}));
        QVERIFY(!hitAt(lanes.lanes[1], geometry, {170, geometry.bars[2].rect.center().y()}, 3));
    }

    void aLaneDenserThanItsPixelsTellsItsShareAndLosesNoSlice()
    {
        const Trace trace(100000);
        const TrackLanes lanes = layOutTracks(trace.store, trace.metrics, {});
        const TrackGeometry geometry =
            trackGeometry(trace.store, lanes.lanes[1], trace.axis(300), trace.metrics);
        QVERIFY(geometry.bars.size() <= 102);
        quint32 next = 0;
        for (size_t i = 1; i < geometry.bars.size(); ++i) {
            QCOMPARE(geometry.bars[i].first.index, next);
            next += geometry.bars[i].count;
            QVERIFY(std::abs(geometry.bars[i].share - 0.4) < 0.01);
        }
        QCOMPARE(next, quint32(100000));
    }

    void aCounterIsAStepFromZeroToItsGreatestValue()
    {
        const Trace trace(10);
        const TrackLanes lanes = layOutTracks(trace.store, trace.metrics, {});
        const TrackGeometry geometry =
            trackGeometry(trace.store, lanes.lanes[2], trace.axis(100), trace.metrics);
        QCOMPARE(geometry.values.size(), size_t(2));
        QCOMPARE(geometry.values[0].x, 0.0);
        QCOMPARE(geometry.values[1].x, 50.0);
        QVERIFY(geometry.values[1].high < geometry.values[0].high); // higher up
    }

    void slicesAreFoundByNameInTheOrderOfTime()
    {
        const Trace trace(4);
        const TrackSearch search(trace.store, QStringLiteral("ODD"));
        QCOMPARE(search.count(), quint64(2));
        const auto first = search.next({});
        QCOMPARE(first, std::optional(SliceRef{trace.thread, 1, 1}));
        QCOMPARE(search.next(first), std::optional(SliceRef{trace.thread, 1, 3}));
        QCOMPARE(search.next(search.next(first)), first); // from the end on to the beginning
        QVERIFY(!TrackSearch(trace.store, QStringLiteral("nowhere")).next({}));
        QVERIFY(!TrackSearch(trace.store, {}).next({}));
    }

    void aSliceIsToldInWords()
    {
        const Trace trace(10);
        const TrackWords words(trace.store);
        const TrackThing all{trace.thread, SliceRef{trace.thread, 0, 0}};
        QCOMPARE(words.thing(all), QStringLiteral("all"));
        QCOMPARE(words.track(trace.thread), QStringLiteral("Thread 8"));
        QCOMPARE(words.track(trace.process), QStringLiteral("p 7"));
        QCOMPARE(words.span(all), (TimeSpan{{0}, {100}}));
        QCOMPARE(words.arguments(all), QStringLiteral("{\n    \"k\": 1\n}"));
        QVERIFY(words.tip({all, 12, 0.4}).startsWith(QStringLiteral("12 slices")));
        QCOMPARE(words.facts({trace.thread, SliceRef{trace.thread, 1, 0}}).at(3).value,
                 QStringLiteral("all"));
    }
};

QTEST_MAIN(TestTrackLanes)
#include "tst_track_lanes.moc"
