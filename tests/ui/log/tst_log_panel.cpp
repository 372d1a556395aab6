// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/log/log_delegate.h"
#include "ui/log/log_panel.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QSignalSpy>
#include <QTableView>
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
        auto *table = panel.findChild<QTableView *>();
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
        auto *table = panel.findChild<QTableView *>();
        QCOMPARE(panel.findChild<LogDelegate *>()->currentRow(), table->model()->rowCount() - 1);
    }

    void aClickMovesPlayheadAndSelection()
    {
        LogPanel panel(m_theme, m_recording, m_selection, m_playhead);
        auto *table = panel.findChild<QTableView *>();
        Q_EMIT table->clicked(table->model()->index(3, 0));
        QCOMPARE(m_playhead.moment().event, EventId{5});
        QCOMPARE(m_selection.current().event, EventId{5});
        QCOMPARE(m_selection.current().task, TaskId{1});
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
