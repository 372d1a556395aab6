// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/timeline_panel.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace loopscope;
using namespace std::chrono_literals;
using enum EventKind;

namespace {

/// A window with the tutorial's run.
struct Window
{
    Story story = sleepStory();
    Theme theme;
    Recording recording;
    Viewport viewport;
    Selection selection;
    Playhead playhead;
    Bookmarks bookmarks;
    RecordingFollower follower{recording, viewport, playhead, selection};
    TimelineView view{TimelineState{recording, viewport, selection, playhead, follower, bookmarks, theme}};

    explicit Window(int height = 400)
    {
        view.resize(1000, height);
        view.show();
        recording.replace(&story.store);
        QCoreApplication::processEvents(); // the scroll bar comes or goes
        view.grab();
    }

    double x(Nanos at) const
    {
        const TimeSpan visible = viewport.visible();
        return double((TracePoint{} + at - visible.begin).count()) / double(visible.length().count()) *
               view.viewport()->width();
    }
    QPoint at(Nanos time, double y) const { return QPointF(x(time), y).toPoint(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }
};

constexpr double laneOfB = 54 + 32 + 16; ///< the middle of the second task's lane

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointingAndScrollingRebuildNothing()
    {
        Window window(100);
        window.view.verticalScrollBar()->setValue(window.view.verticalScrollBar()->maximum());
        window.view.grab(); // every row was in sight once
        const quint64 built = window.view.rowsBuilt();
        QTest::mouseMove(window.view.viewport(), window.at(500ms, 20));
        window.view.grab();
        window.selection.select({.event = EventId{5}, .task = TaskId{1}});
        window.playhead.goToTime(window.story.store, RunId{1}, TracePoint{} + 700ms);
        window.view.grab();
        window.view.verticalScrollBar()->setValue(0);
        window.view.grab();
        window.view.verticalScrollBar()->setValue(window.view.verticalScrollBar()->maximum());
        window.view.grab();
        QCOMPARE(window.view.rowsBuilt(), built);
    }

    void growthIsShown()
    {
        Window window;
        const quint64 built = window.view.rowsBuilt();
        window.story.say(Print, 1003, {.payload = json("{'text':'new'}")});
        window.recording.noteGrowth();
        window.view.grab();
        QVERIFY(window.view.rowsBuilt() > built);
    }

    void clickSelectsTheSliceUnderIt()
    {
        Window window;
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, window.at(500ms, laneOfB));
        const Selected selected = window.selection.current();
        QCOMPARE(selected.task, TaskId{2});
        QCOMPARE(window.story.store.event(selected.event).kind, Suspended);
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, window.at(500ms, 390));
        QVERIFY(window.selection.current().isEmpty());
    }

    void runningSliceOfHalfAMillisecondCanBeHit()
    {
        Window window;
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, window.at(1001800us, laneOfB));
        QCOMPARE(window.story.store.event(window.selection.current().event).kind, Resumed);
    }

    void wheelZoomsAtThePointer()
    {
        Window window;
        const QPointF point = window.at(750ms, 60);
        const Nanos before = window.viewport.visible().length();
        QWheelEvent wheel(point, window.view.viewport()->mapToGlobal(point), {}, {0, 120}, {}, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window.view.viewport(), &wheel);
        QVERIFY(qAbs(double(before.count()) / double(window.viewport.visible().length().count()) - 1.2) <
                1e-6);
        QVERIFY(qAbs(window.x(750ms) - point.x()) < 2);
    }

    void dragPans()
    {
        Window window;
        const TimeSpan before = window.viewport.visible();
        QWidget *lanes = window.view.viewport();
        QTest::mousePress(lanes, Qt::LeftButton, {}, {300, 300});
        QTest::mouseMove(lanes, {200, 300});
        QTest::mouseRelease(lanes, Qt::LeftButton, {}, {200, 300});
        QCOMPARE(window.viewport.visible().length(), before.length());
        QVERIFY(window.viewport.visible().begin > before.begin);
        QVERIFY(window.selection.current().isEmpty());
    }

    void keysStepThroughEvents()
    {
        Window window;
        window.key(Qt::Key_Home);
        QCOMPARE(window.playhead.moment().event, EventId{1});
        window.key(Qt::Key_Right);
        QCOMPARE(window.playhead.moment().event, EventId{2});
        window.key(Qt::Key_End);
        QCOMPARE(window.playhead.moment().event, window.story.store.runs().front().lastEvent);
        window.key(Qt::Key_Left);
        QCOMPARE(window.playhead.moment().event, EventId{window.story.events - 1});
    }

    void keysStepThroughTheEventsOfATask()
    {
        Window window;
        window.selection.select({.task = TaskId{2}});
        window.playhead.goToEvent(window.story.store, EventId{1});
        window.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(window.playhead.moment().event, window.story.store.task(TaskId{2})->created);
        window.key(Qt::Key_Down);
        QCOMPARE(window.selection.current().task, TaskId{2}); // the last lane
        window.key(Qt::Key_Up);
        QCOMPARE(window.selection.current().task, TaskId{1});
    }

    void keysFitAndPan()
    {
        Window window;
        const TimeSpan fitted = window.viewport.visible();
        window.key(Qt::Key_D);
        QCOMPARE((window.viewport.visible().begin - fitted.begin).count() / 1000,
                 (fitted.length() / 5).count() / 1000);
        window.key(Qt::Key_F);
        QCOMPARE(window.viewport.visible(), fitted);
    }

    void doubleClickZoomsToTheSlice()
    {
        Window window;
        QTest::mouseDClick(window.view.viewport(), Qt::LeftButton, {}, window.at(1001800us, laneOfB));
        QVERIFY(window.viewport.visible().length() < 1ms);
        QVERIFY(window.viewport.visible().contains(TracePoint{} + 1001800us));
    }

    void arrowsAreSwitchedInTurn()
    {
        Window window;
        QSignalSpy changes(&window.view, &TimelineView::arrowModeChanged);
        window.key(Qt::Key_G);
        QCOMPARE(window.view.arrowMode(), ArrowMode::All);
        window.key(Qt::Key_G);
        window.key(Qt::Key_G);
        QCOMPARE(window.view.arrowMode(), ArrowMode::Focus);
        QCOMPARE(changes.size(), 3);
    }

    void anotherRecordingStartsAfresh()
    {
        Window window;
        window.key(Qt::Key_End);
        Story other;
        other.say(RunBegin, 0);
        window.recording.replace(&other.store);
        window.view.grab();
        QVERIFY(window.selection.current().isEmpty());
        QVERIFY(!window.playhead.moment().run);
        window.recording.replace(nullptr);
        window.view.grab();
    }

    void paintsInBothThemesAndEveryArrowMode()
    {
        Window window;
        window.key(Qt::Key_End);
        QSignalSpy frames(&window.view, &TimelineView::painted);
        for (Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            window.theme.setAppearance(appearance);
            for (ArrowMode mode : {ArrowMode::All, ArrowMode::Off, ArrowMode::Focus}) {
                window.view.setArrowMode(mode);
                const QImage image = window.view.grab().toImage();
                QCOMPARE(image.pixelColor(image.width() - 5, image.height() - 5),
                         window.theme.colour(Role::Canvas));
            }
        }
        QVERIFY(frames.size() >= 6);
    }

    void panelNamesWhatIsShown()
    {
        Window window;
        TimelinePanel panel(TimelineState{window.recording, window.viewport, window.selection,
                                          window.playhead, window.follower, window.bookmarks, window.theme});
        panel.resize(900, 500);
        QVERIFY(!panel.grab().isNull());
        QVERIFY(panel.view().indent() >= int(window.theme.metrics().laneHeader));
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
