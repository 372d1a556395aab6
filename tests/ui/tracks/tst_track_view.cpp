// SPDX-License-Identifier: MIT
#include "ui/style/theme.h"
#include "ui/tracks/track_panel.h"
#include "ui/tracks/track_view.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

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
        shown.replace(&store, {});
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
    ShownTrace shown;
    TrackPanel panel{theme, shown};
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

    void whatIsGoneToIsThePresent()
    {
        Shown shown;
        QVERIFY(!shown.shown.now());
        shown.panel.findNext(QStringLiteral("inn"));
        QCOMPARE(shown.shown.now(), std::optional(TracePoint{20'000}));
        shown.key(Qt::Key_Up);
        QCOMPARE(shown.shown.now(), std::optional(TracePoint{0}));
        shown.key(Qt::Key_End);
        QCOMPARE(shown.selectedName(), QStringLiteral("inner"));
        shown.key(Qt::Key_Home);
        QCOMPARE(shown.selectedName(), QStringLiteral("outer"));
    }

    void aPressOnTheRulerMovesThePresentAndNothingElse()
    {
        Shown shown;
        TrackView &view = shown.panel.view();
        const TimeSpan visible = view.span().visible();
        const TimeAxis axis{visible, view.viewport()->width() - shown.theme.metrics().laneHeaderMost};
        const auto at = [&](qint64 ns) {
            return QPoint(int(shown.theme.metrics().laneHeaderMost + axis.x({ns})), 5);
        };
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(30'000));
        const Nanos pixel = axis.length(1);
        QVERIFY(shown.shown.now() && std::chrono::abs(*shown.shown.now() - TracePoint{30'000}) <= pixel);
        QTest::mouseMove(view.viewport(), at(70'000));
        QVERIFY(std::chrono::abs(*shown.shown.now() - TracePoint{70'000}) <= pixel);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(70'000));
        QCOMPARE(view.span().visible(), visible);
        QVERIFY(!view.selected());
        QVERIFY(!shown.panel.grab().isNull());
    }

    void theWheelZoomsPansAndScrollsAsInTheTimeline()
    {
        Shown shown;
        TrackView &view = shown.panel.view();
        const auto turn = [&](int y, Qt::KeyboardModifiers modifiers) {
            QWheelEvent event({500, 200}, view.viewport()->mapToGlobal(QPointF(500, 200)), {}, {0, y}, {},
                              modifiers, Qt::NoScrollPhase, false);
            QApplication::sendEvent(view.viewport(), &event);
        };
        const TimeSpan whole = view.span().visible();
        turn(120, {});
        const TimeSpan zoomed = view.span().visible();
        QVERIFY(zoomed.length() < whole.length());
        turn(-120, Qt::ShiftModifier);
        QVERIFY(view.span().visible().begin > zoomed.begin);
        QCOMPARE(view.span().visible().length(), zoomed.length());
        turn(-120, Qt::ControlModifier);
        QCOMPARE(view.span().visible().length(), zoomed.length());
    }

    void whatIsNotShownIsToldWhereNothingIsSelected()
    {
        Shown shown;
        shown.shown.replace(&shown.store, {Problem{.what = "%1 things: skipped", .arguments = {"7"}}});
        const auto *text = shown.panel.findChild<QPlainTextEdit *>();
        QVERIFY(text->toPlainText().contains(QStringLiteral("7 things: skipped")));
        shown.key(Qt::Key_Right);
        QCOMPARE(shown.selectedName(), QStringLiteral("outer"));
        QVERIFY(!text->toPlainText().contains(QStringLiteral("skipped")));
    }

    void withoutATraceNothingIsShownAndNothingBreaks()
    {
        Shown shown;
        shown.shown.replace(nullptr, {});
        shown.key(Qt::Key_F);
        shown.panel.findNext(QStringLiteral("a"));
        QVERIFY(!shown.panel.grab().isNull());
        QVERIFY(!shown.panel.view().selected());
    }
};

QTEST_MAIN(TestTrackView)
#include "tst_track_view.moc"
