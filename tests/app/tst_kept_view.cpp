// SPDX-License-Identifier: MIT
#include "core/session/save_recording.h"
#include "tests/app/window_fixture.h"
#include "tests/support/story.h"
#include "ui/timeline/lane_labels.h"
#include "ui/timeline/timeline_panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

/// A file with the tutorial's run `gather`.
QString storyFile(WindowFixture &fixture, const RecordingInfo &info = {})
{
    const QString path = fixture.folder.filePath(QStringLiteral("story.pftrace"));
    const auto saved = saveRecording(path, info, sleepStory().store, IfExists::Replace);
    return saved ? path : QString();
}

void press(WindowFixture &fixture, Qt::Key key)
{
    QTest::keyClick(&fixture.window->timeline().view(), key);
}

/// A window that is not on a screen is never active, and its shortcuts sleep.
void pressShortcut(WindowFixture &fixture, const char *key)
{
    const QKeySequence wanted{QLatin1String(key)};
    for (QAction *action : fixture.window->bookmarks().letterKeys())
        if (action->shortcut() == wanted)
            action->trigger(); // asleep itself when it is not enabled
}

QStringList bookmarkTexts(WindowFixture &fixture)
{
    QStringList texts;
    for (const Bookmark &bookmark : fixture.window->document().bookmarks().all())
        texts << bookmark.text;
    return texts;
}

constexpr TracePoint timer{1'001'250'000};

} // namespace

class TestKeptView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBookmarkIsSetNamedAndRemoved()
    {
        WindowFixture fixture;
        fixture.window->files().open(storyFile(fixture));
        BookmarkActions &actions = fixture.window->bookmarks();
        QVERIFY(!actions.add->isEnabled()); // no playhead yet
        const RunId run = fixture.store().runs()[0].id;
        fixture.window->playhead().goToTime(fixture.store(), run, timer);
        actions.add->trigger();
        QCOMPARE(bookmarkTexts(fixture), QStringList{"loop timer fired"});
        QVERIFY(fixture.window->isWindowModified());

        actions.add->trigger(); // one stands there: it is named
        auto *dialog = fixture.window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("here it turns"));
        dialog->accept();
        QCOMPARE(bookmarkTexts(fixture), QStringList{"here it turns"});
        actions.removeCurrent->trigger();
        QVERIFY(bookmarkTexts(fixture).isEmpty());
        QVERIFY(!fixture.window->isWindowModified());
    }

    void keysSetBookmarksAndGoToThem()
    {
        WindowFixture fixture;
        fixture.window->files().open(storyFile(fixture));
        press(fixture, Qt::Key_Home);
        pressShortcut(fixture, "B");
        press(fixture, Qt::Key_End);
        pressShortcut(fixture, "B");
        QCOMPARE(bookmarkTexts(fixture).size(), 2);
        const Moment last = fixture.window->playhead().moment();
        pressShortcut(fixture, "1");
        QCOMPARE(fixture.window->playhead().moment().at, TracePoint());
        pressShortcut(fixture, "3"); // there is none
        QCOMPARE(fixture.window->playhead().moment().at, TracePoint());
        pressShortcut(fixture, "Shift+B");
        QCOMPARE(fixture.window->playhead().moment(), last);
    }

    void theMenuListsThemWithTheirKeys()
    {
        WindowFixture fixture;
        RecordingInfo info;
        for (qint64 i = 0; i < 40; ++i)
            info.bookmarks.append({{{i}, 1}, QStringLiteral("R&D %1").arg(i)});
        fixture.window->files().open(storyFile(fixture, info));
        QMenu menu;
        fixture.window->bookmarks().fillMenu(&menu);
        const QList<QAction *> entries = menu.actions();
        QCOMPARE(entries.size(), 4 + 1 + 30 + 1);
        QCOMPARE(entries[5]->text(), QStringLiteral("R&&D 0"));
        QCOMPARE(entries[5]->shortcut(), QKeySequence(Qt::Key_1));
        QCOMPARE(entries.last()->text(), QStringLiteral("10 more"));
        entries[14]->trigger();
        QCOMPARE(fixture.window->playhead().moment().at, TracePoint{9});
    }

    void aRecordingOpensAsItWasSaved()
    {
        WindowFixture fixture;
        const QString path = storyFile(fixture);
        fixture.window->files().open(path);
        const RunId run = fixture.store().runs()[0].id;
        fixture.window->playhead().goToTime(fixture.store(), run, timer);
        fixture.window->selection().select({EventId{14}, TaskId{2}, {}});
        fixture.window->timeline().view().navigator().fitSelection();
        fixture.window->bookmarks().add->trigger();
        const QString picture = describe(fixture);
        fixture.window->files().saveRecording();
        QVERIFY(!fixture.window->isWindowModified());

        WindowFixture other;
        other.window->files().open(path);
        QCOMPARE(describe(other), picture);
        QVERIFY(!other.window->isWindowModified());
        press(other, Qt::Key_F);
        QVERIFY(describe(other) != picture);
        QVERIFY(!other.window->isWindowModified()); // looking is no change
    }

    void aLargeOneComesToLookSoAsItIsRead()
    {
        WindowFixture fixture;
        RecordingInfo info;
        info.view.visible = TimeSpan{{1'001'000'000}, {1'002'000'000}};
        info.view.now = BookmarkPlace{timer, 1};
        info.view.event = 14;
        info.view.task = 2;
        const QString path = storyFile(fixture, info);
        QSignalSpy ended(&fixture.window->document(), &Document::loadingEnded);
        fixture.window->document().loadRecording(path);
        QVERIFY(ended.wait(60'000));
        QCOMPARE(fixture.window->playhead().moment().at, timer);
        QCOMPARE(fixture.window->selection().current().event, EventId{14});
        QVERIFY(describe(fixture).contains("1001000000 1002000000"));
    }

    void foldedRunsAreFoldedAgain()
    {
        WindowFixture fixture;
        const QString path = storyFile(fixture);
        fixture.window->files().open(path);
        const RunId run = fixture.store().runs()[0].id;
        QVERIFY(fixture.window->timeline().view().folded().empty());
        Q_EMIT fixture.window->timeline().view().findChild<LaneLabels *>()->foldToggled(run);
        press(fixture, Qt::Key_End);
        pressShortcut(fixture, "B"); // so that there is something to save
        fixture.window->files().saveRecording();

        WindowFixture other;
        other.window->files().open(path);
        QCOMPARE(other.window->timeline().view().folded(), std::set<RunId>{run});
        QVERIFY(!other.window->isWindowModified());
        other.window->files().open(storyFile(other)); // another one
        QVERIFY(other.window->timeline().view().folded().empty());
    }

    void nonsenseInAViewShowsEverything_data()
    {
        QTest::addColumn<QByteArray>("view");
        QTest::newRow("far away") << json("{'from_ns':9000000000000000,'to_ns':9000000000000001}");
        QTest::newRow("no such event") << json("{'event':4000000000,'task':2}");
        QTest::newRow("another's event") << json("{'event':2,'task':2}");
        QTest::newRow("no such request") << json("{'event':2,'task':1,'request':3}");
        QTest::newRow("no such time") << json("{'now':{'at_ns':2000000000000000000,'run':77}}");
        QTest::newRow("no object") << json("[1,2,3]");
    }
    void nonsenseInAViewShowsEverything()
    {
        QFETCH(QByteArray, view);
        WindowFixture fixture;
        fixture.window->files().open(storyFile(fixture));
        const QString usual = describe(fixture);
        fixture.window->files().open(storyFile(fixture, recordingInfoFromJson("{\"view\":" + view + "}")));
        QCOMPARE(describe(fixture), usual);
    }

    void unsavedBookmarksAreNotLostUnasked()
    {
        WindowFixture fixture;
        const QString path = storyFile(fixture);
        fixture.window->files().open(path);
        press(fixture, Qt::Key_End);
        pressShortcut(fixture, "B");
        fixture.window->close();
        QVERIFY(fixture.window->isVisible());
        auto *box = fixture.window->findChild<QMessageBox *>();
        QVERIFY(box && box->text().contains("bookmarks"));
        box->button(QMessageBox::Save)->click();
        QVERIFY(!fixture.window->document().isRecordingChanged());
        fixture.window->close();
        QVERIFY(!fixture.window->isVisible());
        const auto saved = readRecording(path);
        QVERIFY(saved && saved->info.bookmarks.size() == 1);
    }

    void theFileOfAPartThatWasReadIsNotOverwritten()
    {
        WindowFixture fixture;
        const QString path = storyFile(fixture);
        Document &document = fixture.window->document();
        QSignalSpy ended(&document, &Document::loadingEnded);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        document.loadRecording(path);
        connect(&document, &Document::viewToRestore, &document, &Document::cancelLoading);
        QVERIFY(ended.wait(60'000));
        QVERIFY(!document.saveRecording(path));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
        QVERIFY(document.saveRecording(path + QStringLiteral(".part")));
        QVERIFY(document.saveRecording(path + QStringLiteral(".part")));
    }

private:
    /// What is looked at, in words.
    static QString describe(WindowFixture &fixture)
    {
        fixture.window->document().setView({});
        Q_EMIT fixture.window->document().aboutToSave();
        const ViewState view = fixture.window->document().info().view;
        const TimeSpan span = view.visible.value_or(TimeSpan());
        return QStringLiteral("%1 %2, now %3, event %4 of task %5")
            .arg(span.begin.ns)
            .arg(span.end.ns)
            .arg(view.now ? view.now->at.ns : -1)
            .arg(view.event)
            .arg(view.task);
    }
};

QTEST_MAIN(TestKeptView)
#include "tst_kept_view.moc"
