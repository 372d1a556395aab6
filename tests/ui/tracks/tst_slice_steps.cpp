// SPDX-License-Identifier: MIT
#include "ui/style/metrics.h"
#include "ui/tracks/slice_steps.h"

#include <QTest>

using namespace loopscope;
using enum SliceStep;

namespace {

/// Three lanes; the second has nothing but an instant.
struct Lanes
{
    Lanes()
    {
        const TrackId a = store.addTrack({}), b = store.addTrack({}), c = store.addTrack({});
        add(a, "outer", 100, 50);
        add(a, "inner", 110, 10);
        add(a, "later", 200, 10);
        store.addInstant(b, {{120}, store.texts().idOf("spark"), {}});
        add(c, "deep", 105, 90);
        add(c, "deeper", 105, 20);
        add(c, "end", 300, 10);
        static_cast<void>(store.finish());
        lanes = layOutTracks(store, Metrics(), {});
    }
    void add(TrackId track, const char *name, qint64 begin, qint64 length)
    {
        store.addSlice(track, {{begin}, Nanos(length), store.texts().idOf(name), {}});
    }
    /// The names of the slices on the way.
    QString way(std::initializer_list<SliceStep> steps, qint64 now = 0)
    {
        std::optional<SliceRef> at;
        QStringList names;
        for (const SliceStep step : steps) {
            const auto next = sliceAfter(store, lanes, at, {now}, step);
            names += next ? store.text(store.slice(*next).name) : QStringLiteral("-");
            at = next ? next : at;
        }
        return names.join(u' ');
    }

    TrackStore store;
    TrackLanes lanes;
};

} // namespace

class TestSliceSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextAndPreviousStayOnTheirTrack()
    {
        QCOMPARE(Lanes().way({Next, Next, Next, Next, Previous, Previous, Previous}),
                 QStringLiteral("outer inner later - inner outer -"));
    }

    void firstAndLastAreOfTheTrack()
    {
        QCOMPARE(Lanes().way({First, Last, First}), QStringLiteral("outer later outer"));
        QCOMPARE(Lanes().way({Last}), QStringLiteral("later"));
    }

    void fromNowhereItBeginsInSight()
    {
        QCOMPARE(Lanes().way({Next}, 150), QStringLiteral("later"));
        QCOMPARE(Lanes().way({Next}, 250), QStringLiteral("end"));
        QCOMPARE(Lanes().way({Next}, 500), QStringLiteral("-"));
    }

    void upAndDownGoThroughWhatIsNestedAndThenToTheNextLane()
    {
        QCOMPARE(Lanes().way({First, Down, Down, Down, Up, Up, Up, Up, Up}),
                 QStringLiteral("outer inner deep deeper deep outer - - -"));
    }

    void anotherLaneIsEnteredWhereItIsNearest()
    {
        QCOMPARE(Lanes().way({First, Last, Down}), QStringLiteral("outer later end"));
    }
};

QTEST_APPLESS_MAIN(TestSliceSteps)
#include "tst_slice_steps.moc"
