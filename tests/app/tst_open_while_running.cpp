// SPDX-License-Identifier: MIT
#include "core/session/file_size_limit.h"
#include "core/session/save_recording.h"
#include "tests/app/window_fixture.h"

#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace loopscope;

namespace {

/// A plan that runs until it is stopped, and has printed.
void startEndlessRun(WindowFixture &fixture)
{
    fixture.window->controller().setSettings({ClockChoice::Real, LoopPlace::OwnThread});
    fixture.window->files().open(fixture.file("endless.json", R"({"plan":1,
        "coroutines":{"a":[{"print":"begun"},{"sleep":600}]},"runs":[{"name":"endless","main":"a"}]})"));
    fixture.window->startRun({});
    QTRY_VERIFY(!fixture.store().runs().empty() && !fixture.store().runs()[0].prints.empty());
}

void stop(WindowFixture &fixture)
{
    fixture.window->controller().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->controller().isRunning(), 5'000);
}

/// A recording of some events; with many it is one that is read in the background.
QString otherRecording(const WindowFixture &fixture, quint32 count)
{
    Store store;
    for (quint32 id = 1; id <= count; ++id) {
        const bool isFirst = id == 1;
        Event event;
        event.id = EventId{id};
        event.kind = isFirst ? EventKind::RunBegin : EventKind::Ready;
        event.at = TracePoint{id * 7919 % 1000 + id * 1000};
        event.run = RunId{1};
        event.payload = PayloadId{isFirst ? 1U : 0U};
        store.append({event, isFirst ? QByteArray(R"({"run":"other","main":"a"})") : QByteArray()});
    }
    const QString path = fixture.folder.filePath("other.pftrace");
    [[maybe_unused]] const auto saved = saveRecording(path, {}, store, IfExists::Replace, Packing::Plain);
    return path;
}

QMenu *recentMenu(const WindowFixture &fixture)
{
    for (QMenu *menu : fixture.window->menuBar()->findChildren<QMenu *>())
        if (menu->title() == "Open recent")
            return menu;
    return nullptr;
}

} // namespace

class TestOpenWhileRunning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordingIsRefusedAndTheRunGoesOn_data()
    {
        QTest::addColumn<quint32>("count");
        QTest::newRow("read at once") << 100U;
        QTest::newRow("read in the background") << 200'000U;
    }

    void aRecordingIsRefusedAndTheRunGoesOn()
    {
        QFETCH(quint32, count);
        WindowFixture fixture;
        const QString other = otherRecording(fixture, count);
        startEndlessRun(fixture);
        QSignalSpy failed(&fixture.window->files(), &FileCommands::failed);
        fixture.window->files().open(other);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), "The recording was not opened.");
        QVERIFY2(failed[0][1].toString().contains("a plan runs"), qPrintable(failed[0][1].toString()));
        QVERIFY(!fixture.window->document().loadingPercent());

        stop(fixture);
        QCOMPARE(fixture.store().refusedCount(), quint64(0));
        QCOMPARE(fixture.store().runs().size(), size_t(1));
        QCOMPARE(fixture.store().runs()[0].name, "endless");
        QCOMPARE(fixture.store().runs()[0].outcome, "cancelled");
        QVERIFY(fixture.window->document().isRecordingUnsaved());
    }

    void aFileThatCannotBeWrittenIsToldOfWhileTheRunGoesOn()
    {
        WindowFixture fixture;
        surviveFileSizeLimit();
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        fixture.window->controller().setSettings({ClockChoice::Real, LoopPlace::OwnThread});
        fixture.window->files().open(fixture.file("endless.json", R"({"plan":1,
            "coroutines":{"a":[{"sleep":600}]},"runs":[{"name":"endless","main":"a"}]})"));
        QSignalSpy failed(&fixture.window->controller(), &RunController::recordingFailed);
        const rlimit limit{1, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        fixture.window->startRun({}, fixture.folder.filePath("full.pftrace"));
        const bool isTold = !failed.isEmpty() || failed.wait(5'000);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(isTold);
        QVERIFY(fixture.window->controller().isRunning());
        QVERIFY(!fixture.window->controller().isRecording());
        stop(fixture);
        QCOMPARE(failed.size(), 1);
        QVERIFY(fixture.window->document().isRecordingUnsaved());
    }

    void aPipeIsRefusedAndNotWaitedFor()
    {
        WindowFixture fixture;
        const QString path = fixture.folder.filePath("pipe.json");
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QSignalSpy failed(&fixture.window->files(), &FileCommands::failed);
        fixture.window->files().open(path);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0][1].toString().contains("this is no file"), qPrintable(failed[0][1].toString()));
    }

    void onceItHasEndedTheRecordingOpens()
    {
        WindowFixture fixture;
        const QString other = otherRecording(fixture, 100);
        startEndlessRun(fixture);
        stop(fixture);
        fixture.window->files().open(other);
        QCOMPARE(fixture.store().runs()[0].name, "other");
    }

    void aDragIsDeclinedWhileAPlanRuns()
    {
        WindowFixture fixture;
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(otherRecording(fixture, 100))});
        startEndlessRun(fixture);
        QDragEnterEvent during({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        during.ignore();
        QCoreApplication::sendEvent(fixture.window.get(), &during);
        QVERIFY(!during.isAccepted());
        stop(fixture);
        QDragEnterEvent after({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &after);
        QVERIFY(after.isAccepted());
    }

    void recentFilesCannotBeChosenWhileAPlanRuns()
    {
        WindowFixture fixture;
        startEndlessRun(fixture); // its plan is the recent file
        QMenu *menu = recentMenu(fixture);
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(!menu->actions().first()->isEnabled());
        stop(fixture);
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().first()->isEnabled());
    }
};

QTEST_MAIN(TestOpenWhileRunning)
#include "tst_open_while_running.moc"
