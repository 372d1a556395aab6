// SPDX-License-Identifier: MIT
#include "ui/style/theme.h"
#include "ui/tracks/track_panel.h"
#include "ui/tracks/track_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

TrackStore trace()
{
    TrackStore store;
    const TrackId process = store.addTrack({.kind = TrackKind::Process, .number = 1});
    const TrackId a =
        store.addTrack({.kind = TrackKind::Thread, .parent = process, .name = store.texts().idOf("a")});
    const TrackId b =
        store.addTrack({.kind = TrackKind::Thread, .parent = process, .name = store.texts().idOf("b")});
    store.addSlice(a, {{0}, Nanos(100'000), store.texts().idOf("outer"), {}});
    store.addSlice(a, {{20'000}, Nanos(40'000), store.texts().idOf("inner"), {}});
    store.addMark(b, SliceMark::Begin, {50'000}, store.texts().idOf("open"), {});
    store.addInstant(b, {{10'000}, store.texts().idOf("spark"), {}});
    store.addFlow({1, {30'000}, a, FlowStep::Start});
    store.addFlow({1, {60'000}, b, FlowStep::End});
    static_cast<void>(store.finish());
    return store;
}

struct Shown
{
    Shown()
    {
        panel.resize(1000, 600);
        panel.setTracks(&store);
        panel.show();
    }
    QString selectedName()
    {
        const auto &thing = panel.view().selected();
        return thing && thing->slice ? store.text(store.slice(*thing->slice).name) : QString();
    }
    void key(Qt::Key key) { QTest::keyClick(&panel.view(), key); }

    TrackStore store = trace();
    Theme theme;
    TrackPanel panel{theme};
};

} // namespace

class TestTrackView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTraceIsShownWhole()
    {
        Shown shown;
        const TimeSpan visible = shown.panel.view().span().visible();
        QVERIFY(visible.begin <= TracePoint{0} && visible.end >= TracePoint{100'000});
        QVERIFY(!shown.panel.grab().isNull());
    }

    void keysStepFromSliceToSlice()
    {
        Shown shown;
        shown.panel.findNext(QStringLiteral("inn"));
        QCOMPARE(shown.selectedName(), QStringLiteral("inner"));
        shown.key(Qt::Key_Up);
        QCOMPARE(shown.selectedName(), QStringLiteral("outer"));
        shown.key(Qt::Key_Down);
        QCOMPARE(shown.selectedName(), QStringLiteral("inner"));
        shown.key(Qt::Key_Left);
        QCOMPARE(shown.selectedName(), QStringLiteral("outer"));
        shown.key(Qt::Key_Escape);
        QVERIFY(!shown.panel.view().selected());
    }

    void keysZoomAndPan()
    {
        Shown shown;
        Viewport &span = shown.panel.view().span();
        const Nanos whole = span.visible().length();
        shown.key(Qt::Key_W);
        QVERIFY(span.visible().length() < whole);
        const TracePoint begin = span.visible().begin;
        shown.key(Qt::Key_D);
        QVERIFY(span.visible().begin > begin);
        shown.key(Qt::Key_F);
        QCOMPARE(span.visible().length(), whole);
    }

    void aClickSelectsWhatIsThereAndAgainNothing()
    {
        Shown shown;
        TrackView &view = shown.panel.view();
        QSignalSpy changes(&view, &TrackView::selectionChanged);
        const double left = shown.theme.metrics().laneHeaderMost, top = shown.theme.metrics().ruler;
        const TrackLane &lane = view.lanes().lanes.at(1);
        const TimeAxis axis{view.span().visible(), view.viewport()->width() - left};
        const QPoint onInner(int(left + axis.x({40'000})), int(top + lane.rowTop(1) + lane.row / 2));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, onInner);
        QCOMPARE(shown.selectedName(), QStringLiteral("inner"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          QPoint(onInner.x(), view.viewport()->height() - 5));
        QVERIFY(!view.selected());
        QCOMPARE(changes.size(), 2);
    }

    void aClickOnAGroupFoldsItAndFindingUnfoldsIt()
    {
        Shown shown;
        TrackView &view = shown.panel.view();
        QCOMPARE(view.lanes().lanes.size(), size_t(3));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          QPoint(20, int(shown.theme.metrics().ruler) + 8));
        QCOMPARE(view.lanes().lanes.size(), size_t(1));
        shown.panel.findNext(QStringLiteral("open"));
        QCOMPARE(view.lanes().lanes.size(), size_t(3));
        QCOMPARE(shown.selectedName(), QStringLiteral("open"));
        QVERIFY(!shown.panel.grab().isNull());
    }

    void withoutATraceNothingIsShownAndNothingBreaks()
    {
        Shown shown;
        shown.panel.setTracks(nullptr);
        shown.key(Qt::Key_F);
        shown.panel.findNext(QStringLiteral("a"));
        QVERIFY(!shown.panel.grab().isNull());
        QVERIFY(!shown.panel.view().selected());
    }
};

QTEST_MAIN(TestTrackView)
#include "tst_track_view.moc"
