// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/inspector/fact_grid.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/share_bar.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/empty_note.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QTest>

using namespace loopscope;

namespace {

bool says(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

} // namespace

class TestInspectorPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoWhileNothingIsSelected()
    {
        InspectorPanel panel(m_theme, m_recording, m_selection, m_playhead);
        QVERIFY(panel.findChild<EmptyNote *>()->isVisibleTo(&panel));
        QVERIFY(!says(panel, "running"));
    }

    void tellsOfTheSelectedSlice()
    {
        const Story story = sleepStory();
        m_recording.replace(&story.store);
        InspectorPanel panel(m_theme, m_recording, m_selection, m_playhead);
        m_selection.select({EventId{15}, TaskId{2}});
        QVERIFY(says(panel, "running"));
        QVERIFY(says(panel, "task 2, run gather"));
        QVERIFY(panel.findChild<ShareBar *>()->isVisibleTo(&panel));
        m_selection.select({EventId{13}, {}});
        QVERIFY(says(panel, "timer fired"));
        QVERIFY(!panel.findChild<ShareBar *>()->isVisibleTo(&panel));
        m_recording.replace(nullptr);
    }

    void aLinkLeadsToItsEvent()
    {
        const Story story = sleepStory();
        m_recording.replace(&story.store);
        InspectorPanel panel(m_theme, m_recording, m_selection, m_playhead);
        m_selection.select({EventId{15}, TaskId{2}});
        Q_EMIT panel.findChild<FactGrid *>()->linkActivated(EventId{13});
        QCOMPARE(m_playhead.moment().event, EventId{13});
        QCOMPARE(m_selection.current().event, EventId{13});
        m_recording.replace(nullptr);
    }

private:
    Theme m_theme;
    Recording m_recording;
    Selection m_selection;
    Playhead m_playhead;
};

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspector_panel.moc"
