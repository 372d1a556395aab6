// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/json/event_json.h"
#include "ui/json/json_panel.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace loopscope;
using enum EventKind;

namespace {

/// All rows of a tree that are there, children in brackets.
QString outline(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex key = model.index(row, 0, parent);
        const QString inside = outline(model, key);
        rows += key.data().toString() + u'=' + key.siblingAtColumn(1).data().toString() +
                (inside.isEmpty() ? QString() : u'(' + inside + u')');
    }
    return rows.join(u' ');
}

} // namespace

class TestJsonPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventIsOneObjectWithItsCause()
    {
        const Story story = sleepStory();
        QCOMPARE(eventJson(story.store, EventId{14}),
                 json("{'seq':14,'t_ns':1001320000,'kind':'ready','task':2,'name':'Task-2','coro':'b',"
                      "'cause':{'seq':13,'t_ns':1001250000,'kind':'timer_fired'}}"));
        QCOMPARE(eventJson(story.store, EventId{16}),
                 json("{'seq':16,'t_ns':1001800000,'kind':'print','task':2,'name':'Task-2','coro':'b',"
                      "'text':'Resuming b'}"));
    }

    void showsTheSelectedEvent()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        Selection selection;
        JsonPanel panel(m_theme, recording, selection);
        const auto *tree = panel.findChild<QTreeView *>();
        QCOMPARE(tree->model()->rowCount(), 0);
        selection.select({EventId{14}, TaskId{2}});
        QVERIFY(outline(*tree->model()).contains("cause={3}(seq=13 "));
    }

    void showsTheBodyOfTheSelectedRequest()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(RequestQueued, 0, {.payload = json("{'method':'GET','url':'demo:/'}"), .subject = 3});
        story.say(RequestDone, 9,
                  {.payload = json("{'status':200,'bytes':9,'body':{'a_url':'x','b':[1]}}"), .subject = 3});
        Recording recording;
        recording.replace(&story.store);
        Selection selection;
        JsonPanel panel(m_theme, recording, selection);
        selection.select({EventId{2}, {}, RequestKey{RunId{1}, 3}});
        const auto *tree = panel.findChild<QTreeView *>();
        QCOMPARE(outline(*tree->model()), "body={2}(a_url=\"x\" b=[1](0=1))");
    }

    void theFilterKeepsWhatLiesAboveAMatch()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        Selection selection;
        JsonPanel panel(m_theme, recording, selection);
        selection.select({EventId{14}, TaskId{2}});
        panel.findChild<QLineEdit *>()->setText("timer");
        QCOMPARE(outline(*panel.findChild<QTreeView *>()->model()),
                 "event={7}(cause={3}(kind=\"timer_fired\"))");
    }

    void copiesPathAndValue()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        Selection selection;
        JsonPanel panel(m_theme, recording, selection);
        selection.select({EventId{16}, TaskId{2}});
        auto *tree = panel.findChild<QTreeView *>();
        tree->setCurrentIndex(tree->model()->index(6, 0, tree->model()->index(0, 0)));
        const auto buttons = panel.findChildren<QToolButton *>();
        const auto press = [&](const QString &text) {
            for (QToolButton *button : buttons)
                if (button->text() == text)
                    button->click();
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(press("Copy path"), "$.text");
        QCOMPARE(press("Copy value"), "Resuming b");
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestJsonPanel)
#include "tst_json_panel.moc"
