// SPDX-License-Identifier: MIT
#include "core/trace/track_store.h"
#include "tests/support/track_text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

/// A store with one track "t".
struct OneTrack
{
    TrackStore store;
    TrackId track = store.addTrack({.name = store.texts().idOf("t")});

    OneTrack &whole(qint64 begin, qint64 end, QByteArrayView name)
    {
        store.addSlice(track, {{begin}, Nanos(end - begin), store.texts().idOf(name), {}});
        return *this;
    }
    OneTrack &mark(SliceMark mark, qint64 at, QByteArrayView name = {}, QByteArrayView arguments = {})
    {
        store.addMark(track, mark, {at}, store.texts().idOf(name), store.texts().idOf(arguments));
        return *this;
    }
    OneTrack &begin(qint64 at, QByteArrayView name, QByteArrayView arguments = {})
    {
        return mark(SliceMark::Begin, at, name, arguments);
    }
    OneTrack &end(qint64 at, QByteArrayView name = {}, QByteArrayView arguments = {})
    {
        return mark(SliceMark::End, at, name, arguments);
    }
    /// The store's text without the first track's own line.
    QString rows()
    {
        losses = store.finish();
        return trackText(store).section(u'\n', 1);
    }
    TrackLosses losses;
};

} // namespace

class TestTrackStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAndEndsNest()
    {
        QCOMPARE(OneTrack().begin(0, "a").begin(2, "b").end(5).end(9).begin(10, "c").end(11).rows(),
                 QStringLiteral("  | a 0..9 | c 10..11 |\n  | b 2..5 |\n"));
    }

    void whatComesInAnyOrderIsSortedByTime()
    {
        QCOMPARE(OneTrack().end(9).begin(10, "c").begin(0, "a").end(11).rows(),
                 QStringLiteral("  | a 0..9 | c 10..11 |\n"));
        QCOMPARE(OneTrack().whole(2, 4, "b").whole(5, 6, "c").whole(0, 9, "a").rows(),
                 QStringLiteral("  | a 0..9 |\n  | b 2..4 | c 5..6 |\n"));
    }

    void ofSlicesThatBeginTogetherTheLongestIsTheOuter()
    {
        QCOMPARE(OneTrack().whole(0, 4, "b").whole(0, 9, "a").whole(0, 0, "c").rows(),
                 QStringLiteral("  | a 0..9 |\n  | b 0..4 |\n  | c 0..0 |\n"));
    }

    void aSliceThatIsNotEndedStaysOpen()
    {
        OneTrack one;
        QCOMPARE(one.begin(0, "a").begin(3, "b").end(4).rows(),
                 QStringLiteral("  | a 0.. |\n  | b 3..4 |\n"));
        QCOMPARE(one.store.counts().openSlices, quint64(1));
        QCOMPARE(one.store.row(one.track, 0).spanOf(0), (TimeSpan{{0}, {4}}));
    }

    void anEndTakesTheInnermostOfItsName()
    {
        QCOMPARE(OneTrack().begin(0, "a").begin(1, "b").end(5, "a").begin(6, "c").end(7, "c").rows(),
                 QStringLiteral("  | a 0..5 | c 6..7 |\n  | b 1..5 |\n"));
    }

    void whatIsStillOpenEndsWithTheWholeSliceItLiesIn()
    {
        QCOMPARE(OneTrack().whole(0, 10, "a").begin(4, "b").begin(20, "c").end(21).rows(),
                 QStringLiteral("  | a 0..10 | c 20..21 |\n  | b 4..10 |\n"));
    }

    void anEndWithoutABeginIsCounted()
    {
        OneTrack one;
        QCOMPARE(one.end(1).begin(2, "a").end(3, "b").end(4, "a").rows(), QStringLiteral("  | a 2..4 |\n"));
        QCOMPARE(one.losses.nesting.strayEnds, quint64(2));
    }

    void anEndAddsItsArgumentsToThoseOfTheBegin()
    {
        QCOMPARE(OneTrack().begin(0, "a", "{\"x\":1}").end(1, {}, "{\"y\":2}").rows(),
                 QStringLiteral("  | a 0..1 {\"x\":1,\"y\":2} |\n"));
        QCOMPARE(OneTrack().begin(0, "a").end(1, {}, "{\"y\":2}").rows(),
                 QStringLiteral("  | a 0..1 {\"y\":2} |\n"));
    }

    void slicesThatDoNotNestAreBeside()
    {
        OneTrack one;
        QCOMPARE(one.whole(0, 10, "a").whole(5, 15, "b").whole(6, 16, "c").whole(15, 17, "d").rows(),
                 QStringLiteral(
                     "  | a 0..10 | d 15..17 |\nOther \"t\" (overflow)\n  | b 5..15 |\n  | c 6..16 |\n"));
        QCOMPARE(one.losses.overflowing, quint64(2));
    }

    void statesFollowOneAnother()
    {
        OneTrack one;
        one.mark(SliceMark::State, 0, "idle").mark(SliceMark::State, 4, "busy").mark(SliceMark::State, 6);
        QCOMPARE(one.mark(SliceMark::State, 8, "idle").rows(),
                 QStringLiteral("  | idle 0..4 | busy 4..6 | idle 8.. |\n"));
    }

    void endlessNestingIsBoundedAndCounted()
    {
        OneTrack one;
        for (int i = 0; i < 5000; ++i)
            one.begin(i, "a");
        for (int i = 0; i < 5000; ++i)
            one.end(5000 + i);
        static_cast<void>(one.rows());
        QCOMPARE(one.store.rowCount(one.track), mostRows);
        QCOMPARE(one.losses.nesting.tooDeep, quint64(5000 - mostRows));
        QCOMPARE(one.losses.nesting.strayEnds, quint64(0));
        QCOMPARE(one.store.row(one.track, 0).spanOf(0), (TimeSpan{{0}, {9999}}));
    }

    void rowsNeverOverlapWhateverComes()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            QRandomGenerator random(seed);
            OneTrack one;
            const char *names[] = {"a", "b", "c", ""};
            int slices = 0;
            for (int i = 0; i < 60; ++i) {
                const qint64 at = random.bounded(40);
                const char *name = names[random.bounded(4)];
                switch (random.bounded(3)) {
                case 0:
                    one.whole(at, at + random.bounded(20), name);
                    ++slices;
                    break;
                case 1:
                    one.begin(at, name);
                    ++slices;
                    break;
                default: one.end(at, name);
                }
            }
            one.losses = one.store.finish();
            QCOMPARE(one.store.counts().slices, quint64(slices));
            for (quint32 t = 1; t <= one.store.trackCount(); ++t) {
                for (quint32 n = 0; n < one.store.rowCount({t}); ++n) {
                    const SliceRow row = one.store.row({t}, n);
                    for (size_t i = 1; i < row.size(); ++i)
                        QVERIFY(row.slices()[i - 1].end() <= row.slices()[i].begin);
                }
            }
        }
    }

    void neighboursAreFoundAcrossRows()
    {
        for (quint32 seed = 0; seed < 30; ++seed) {
            QRandomGenerator random(seed);
            OneTrack one;
            for (int i = 0; i < 50; ++i)
                random.bounded(2) == 0 ? one.begin(random.bounded(60), "a") : one.end(random.bounded(60));
            static_cast<void>(one.store.finish());
            std::vector<SliceRef> all;
            for (quint32 n = 0; n < one.store.rowCount(one.track); ++n)
                for (quint32 i = 0; i < one.store.row(one.track, n).size(); ++i)
                    all.push_back({one.track, n, i});
            std::sort(all.begin(), all.end(), [&](SliceRef a, SliceRef b) {
                return std::tuple(one.store.slice(a).begin, a.row, a.index) <
                       std::tuple(one.store.slice(b).begin, b.row, b.index);
            });
            for (size_t i = 1; i < all.size(); ++i) {
                if (one.store.slice(all[i - 1]).begin == one.store.slice(all[i]).begin &&
                    all[i - 1].row == all[i].row)
                    continue; // several of no length at one moment
                QVERIFY(one.store.next(all[i - 1]));
                QCOMPARE(one.store.slice(*one.store.next(all[i - 1])).begin, one.store.slice(all[i]).begin);
                QCOMPARE(one.store.slice(*one.store.previous(all[i])).begin,
                         one.store.slice(all[i - 1]).begin);
            }
        }
    }

    void arrowsJoinTheStepsOfAFlowInTheOrderOfTime()
    {
        TrackStore store;
        const TrackId a = store.addTrack({.name = store.texts().idOf("a")});
        const TrackId b = store.addTrack({.name = store.texts().idOf("b")});
        store.addSlice(a, {{0}, Nanos(10), {}, {}});
        store.addSlice(b, {{20}, Nanos(10), {}, {}});
        store.addFlow({7, {25}, b, FlowStep::End});
        store.addFlow({7, {5}, a, FlowStep::Start});
        store.addFlow({8, {6}, a, FlowStep::Start});
        store.addFlow({8, {11}, b, FlowStep::EndNext});
        store.addFlow({9, {15}, a, FlowStep::Start});
        const TrackLosses losses = store.finish();
        QCOMPARE(trackText(store).section(u'\n', 4),
                 QStringLiteral("flow \"a\" 5 -> \"b\" 25\nflow \"a\" 6 -> \"b\" 20\n"));
        QCOMPARE(losses.looseFlows, quint64(1));
        QCOMPARE(store.flows().leaving(a, {{6}, {9}}).size(), size_t(1));
        QCOMPARE(store.flows().arriving(b, {{0}, {22}}).size(), size_t(1));
        QCOMPARE(store.flows().arriving(a, {{0}, {22}}).size(), size_t(0));
    }

    void arrowsHoldOnToSlicesThatDoNotNest()
    {
        OneTrack one;
        one.whole(0, 10, "a").whole(5, 25, "b").whole(8, 40, "c").whole(28, 35, "e").whole(30, 60, "d");
        const TrackId b = one.store.addTrack({.name = one.store.texts().idOf("other")});
        const TrackId beside{3};
        one.store.addSlice(b, {{0}, Nanos(100), {}, {}});
        const auto arrow = [&](quint64 id, qint64 from, qint64 to, FlowStep end) {
            one.store.addFlow({id, {from}, one.track, FlowStep::Start});
            one.store.addFlow({id, {to}, b, end});
        };
        arrow(1, 3, 90, FlowStep::End);  // within a alone
        arrow(2, 7, 91, FlowStep::End);  // b began last
        arrow(3, 20, 92, FlowStep::End); // beside alone
        arrow(4, 60, 93, FlowStep::End); // the very end of d
        arrow(5, 70, 94, FlowStep::End); // nowhere
        one.store.addFlow({6, {1}, b, FlowStep::Start});
        one.store.addFlow({6, {4}, one.track, FlowStep::EndNext});
        one.losses = one.store.finish();
        QCOMPARE(one.store.info(beside).overflowOf, one.track);
        QCOMPARE(one.losses.looseFlows, quint64(1));
        const auto leaving = [&](TrackId track, qint64 at) {
            return one.store.flows().leaving(track, {{at}, {at}}).size();
        };
        QCOMPARE(leaving(one.track, 3), size_t(1));
        QCOMPARE(leaving(beside, 7), size_t(1));
        QCOMPARE(leaving(beside, 20), size_t(1));
        QCOMPARE(leaving(beside, 60), size_t(1));
        QCOMPARE(one.store.flows().arriving(beside, {{5}, {5}}).size(), size_t(1));
    }

    void ofSlicesThatDoNotNestTheLastBegunIsTheDeepest()
    {
        OneTrack one;
        one.whole(0, 10, "a").whole(5, 20, "b").whole(8, 40, "c").whole(28, 35, "e").whole(30, 60, "d");
        static_cast<void>(one.store.finish());
        const auto nameAt = [&](qint64 at) {
            const auto slice = one.store.deepestAt({2}, {at});
            return slice ? one.store.text(one.store.slice(*slice).name) : QString();
        };
        QCOMPARE(nameAt(6), QStringLiteral("b"));
        QCOMPARE(nameAt(9), QStringLiteral("c"));
        QCOMPARE(nameAt(30), QStringLiteral("d")); // on a row above that of c
        QCOMPARE(nameAt(60), QString());
        QCOMPARE(one.store.endingAt({2}, {60})->row, quint32(0));
        QVERIFY(!one.store.endingAt({2}, {59}));
    }

    void aCircleOfParentsIsBroken()
    {
        TrackStore store;
        const TrackId a = store.addTrack({.name = store.texts().idOf("a")});
        const TrackId b = store.addTrack({.parent = a, .name = store.texts().idOf("b")});
        store.info(a).parent = b;
        static_cast<void>(store.addTrack({.parent = TrackId{99}, .name = store.texts().idOf("c")}));
        static_cast<void>(store.finish());
        QCOMPARE(trackText(store), QStringLiteral("Other \"b\"\n  Other \"a\"\nOther \"c\"\n"));
    }

    void timesBeyondAllBoundsAreBroughtBack()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max(),
                         least = std::numeric_limits<qint64>::min();
        OneTrack one;
        one.store.addSlice(one.track, {{least}, Nanos(most), {}, {}});
        one.store.addSlice(one.track, {{most}, Nanos(most), {}, {}});
        one.store.addSlice(one.track, {{0}, Nanos(-5), {}, {}});
        static_cast<void>(one.rows());
        QVERIFY(one.store.span().length() > Nanos(0));
        QVERIFY(!one.store.row(one.track, 0).visible(one.store.span(), Nanos(1'000'000'000'000'000)).empty());
    }

    void aTextIsKeptOnce()
    {
        TrackTexts texts;
        std::vector<TextId> ids;
        for (int i = 0; i < 10000; ++i)
            ids.push_back(texts.idOf(QByteArray::number(i)));
        for (int i = 0; i < 10000; ++i) {
            QCOMPARE(texts.idOf(QByteArray::number(i)), ids[size_t(i)]);
            QCOMPARE(texts.text(ids[size_t(i)]), QByteArrayView(QByteArray::number(i)));
        }
        QVERIFY(!texts.idOf(""));
        const TextId longText = texts.idOf(QByteArray("é").repeated(TrackTexts::longest));
        QCOMPARE(texts.text(longText).size(), TrackTexts::longest);
        QCOMPARE(texts.shortened(), quint64(1));
    }

    void aSliceTakesFewBytes()
    {
        OneTrack one;
        for (int i = 0; i < 300000; ++i)
            one.whole(10 * i, 10 * i + 10, "a").whole(10 * i + 2, 10 * i + 5, "b");
        static_cast<void>(one.store.finish());
        QVERIFY(one.store.bytes() < 40 * 600000);
    }
};

QTEST_APPLESS_MAIN(TestTrackStore)
#include "tst_track_store.moc"
