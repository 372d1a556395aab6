// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/log/log_delegate.h"
#include "ui/log/log_model.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_view.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;
using enum EventKind;

class TestLogPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_story = sleepStory();
        m_recording.replace(&m_story.store);
        m_selection.clear();
        m_playhead.clear();
    }

    void followsThePlayheadIntoItsRun()
    {
        m_story.say(RunBegin, 2000, {.payload = json("{'run':'two','main':'m'}")});
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        m_playhead.goToEvent(m_story.store, EventId{16});
        auto *table = panel.findChild<LogView *>();
        QCOMPARE(table->model()->rowCount(), 18);
        const int row = panel.findChild<LogDelegate *>()->currentRow();
        QCOMPARE(table->model()->index(row, 4).data().toString(), "Resuming b");
        m_playhead.goToEvent(m_story.store, EventId{23});
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void aPlayheadThatIsAheadOfTheLogIsCaughtUpWith()
    {
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        const EventId last = m_story.say(Print, 1003, {.payload = json("{'text':'late'}")});
        m_playhead.goToEvent(m_story.store, last);
        m_recording.noteGrowth();
        auto *table = panel.findChild<LogView *>();
        QCOMPARE(panel.findChild<LogDelegate *>()->currentRow(), table->model()->rowCount() - 1);
    }

    void aClickMovesPlayheadAndSelection()
    {
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        auto *table = panel.findChild<LogView *>();
        Q_EMIT table->clicked(table->model()->index(3, 0));
        QCOMPARE(m_playhead.moment().event, EventId{5});
        QCOMPARE(m_selection.current().event, EventId{5});
        QCOMPARE(m_selection.current().task, TaskId{1});
    }

    void rowsAreFoundWhereTheyAreDrawn()
    {
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        panel.resize(900, 200);
        panel.grab(); // laid out
        auto *table = panel.findChild<LogView *>();
        const int rows = table->model()->rowCount();
        QVERIFY(table->indexAt(table->visualRect(table->model()->index(2, 3)).center()) ==
                table->model()->index(2, 3));
        QVERIFY(!table->visualRect(table->model()->index(rows - 1, 0)).isValid()); // below
        table->scrollTo(table->model()->index(rows - 1, 0));
        const QRect last = table->visualRect(table->model()->index(rows - 1, 4));
        QVERIFY(table->viewport()->rect().contains(last));
        QCOMPARE(last.right(), table->viewport()->width() - 1);
        QVERIFY(!table->indexAt(last.center() + QPoint(0, last.height())).isValid());
        QVERIFY(!table->visualRect(table->model()->index(0, 0)).isValid());
    }

    void keysGoFromRowToRow()
    {
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        panel.resize(900, 200);
        panel.show(); // the current row is scrolled to only where it is seen
        auto *table = panel.findChild<LogView *>();
        const auto rowAfter = [table](Qt::Key key) {
            QTest::keyClick(table, key);
            return table->currentIndex().row();
        };
        const int last = table->model()->rowCount() - 1;
        QCOMPARE(rowAfter(Qt::Key_Home), 0);
        QCOMPARE(rowAfter(Qt::Key_Up), 0);
        QCOMPARE(rowAfter(Qt::Key_Down), 1);
        QVERIFY(rowAfter(Qt::Key_PageDown) > 2);
        QCOMPARE(rowAfter(Qt::Key_End), last);
        QCOMPARE(rowAfter(Qt::Key_Down), last);
        QVERIFY(table->selectionModel()->isRowSelected(last));
        QTest::keyClick(table, Qt::Key_Return);
        const auto shown = table->model()->index(last, 0).data(LogModel::EventRole);
        QCOMPARE(m_playhead.moment().event.value, shown.value<quint32>());
    }

    void anEmptyLogSaysWhatToDo()
    {
        m_recording.replace(nullptr);
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        const auto *note = panel.findChild<EmptyNote *>();
        QVERIFY(note->isVisibleTo(&panel));
        QCOMPARE(note->text(), "No events yet. Run the plan with R.");
    }

private:
    Theme m_theme;
    Story m_story;
    Recording m_recording;
    Selection m_selection;
    Playhead m_playhead;
};

QTEST_MAIN(TestLogPanel)
#include "tst_log_panel.moc"
