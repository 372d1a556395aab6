// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"
#include "tests/app/window_fixture.h"
#include "ui/window/banner.h"
#include "ui/window/welcome_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

QString bannerText(const WindowFixture &fixture)
{
    const auto *banner = fixture.window->findChild<Banner *>();
    if (!banner->isVisibleTo(fixture.window.get()))
        return {};
    QStringList texts;
    for (const QLabel *label : banner->findChildren<QLabel *>())
        texts += label->text();
    return texts.join(u' ').trimmed();
}

void runTutorial(WindowFixture &fixture)
{
    fixture.window->controller().setSettings({ClockChoice::Virtual, LoopPlace::OwnThread});
    fixture.window->files().open(QStringLiteral("tutorial"));
    fixture.window->startRun({});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->controller().isRunning(), 10'000);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheFirstPageAndGoesToTheTimeline()
    {
        WindowFixture fixture;
        fixture.window->files().open(QStringLiteral("tutorial"));
        QVERIFY(fixture.window->findChild<WelcomePage *>()->isVisible());
        QVERIFY(fixture.window->windowTitle().startsWith("Sequential, gather, wait"));
        runTutorial(fixture);
        QVERIFY(!fixture.window->findChild<WelcomePage *>()->isVisible());
        QCOMPARE(fixture.store().runs().size(), size_t(3));
    }

    void oneRunOfAPlanCanBeRunAlone()
    {
        WindowFixture fixture;
        fixture.window->controller().setSettings({ClockChoice::Virtual, LoopPlace::OwnThread});
        fixture.window->files().open(QStringLiteral("tutorial"));
        fixture.window->startRun({QStringLiteral("wait")});
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->controller().isRunning(), 10'000);
        QCOMPARE(fixture.store().runs().size(), size_t(1));
        QCOMPARE(fixture.store().runs()[0].name, "wait");
    }

    void aBadPlanSaysSoAndLosesNothing()
    {
        WindowFixture fixture;
        runTutorial(fixture);
        const qsizetype events = fixture.store().eventCount();
        fixture.window->files().open(
            fixture.file("bad.json", "{\"plan\": 1,\n\"coroutines\": 3,\n\"runs\": []}"));
        QVERIFY2(bannerText(fixture).startsWith("This plan cannot run yet."),
                 qPrintable(bannerText(fixture)));
        QCOMPARE(fixture.store().eventCount(), events);
        fixture.window->startRun({});
        QVERIFY(!fixture.window->controller().isRunning());
        QCOMPARE(fixture.store().eventCount(), events);
        fixture.window->files().open(QStringLiteral("tutorial"));
        QCOMPARE(bannerText(fixture), "");
    }

    void aFileThatCannotBeReadSaysSoAndLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("no recording") << QByteArray("\x01\x02garbage") << "The recording was not opened.";
        QTest::newRow("empty") << QByteArray() << "The recording was not opened.";
    }

    void aFileThatCannotBeReadSaysSoAndLosesNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        WindowFixture fixture;
        runTutorial(fixture);
        const qsizetype events = fixture.store().eventCount();
        fixture.window->files().open(fixture.file("x.pftrace", bytes));
        QVERIFY2(bannerText(fixture).startsWith(says), qPrintable(bannerText(fixture)));
        QCOMPARE(fixture.store().eventCount(), events);
        fixture.window->files().open(QStringLiteral("no such plan"));
        QVERIFY(bannerText(fixture).startsWith("The plan was not opened."));
        QCOMPARE(fixture.window->document().draft().source().name, "tutorial");
    }

    void aRecordingThatIsCutShortIsShownAsFarAsItGoes()
    {
        WindowFixture fixture;
        runTutorial(fixture);
        const qsizetype events = fixture.store().eventCount();
        const QString path = fixture.folder.filePath("whole.pftrace");
        QVERIFY(fixture.window->document().saveRecording(path));
        QFile whole(path);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        fixture.window->files().open(fixture.file("cut.pftrace", bytes.first(bytes.size() * 2 / 3)));
        QVERIFY2(bannerText(fixture).startsWith("This recording is not whole."),
                 qPrintable(bannerText(fixture)));
        QVERIFY(fixture.store().eventCount() > 10);
        QVERIFY(fixture.store().eventCount() < events);
    }

    void aDroppedFileIsOpened()
    {
        WindowFixture fixture;
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(fixture.file("mine.json", *builtinPlanText("joinall")))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &drop);
        QCOMPARE(fixture.window->document().draft().source().name, "mine.json");
    }

    void theLanguageChangesWhileTheWindowIsOpen()
    {
        WindowFixture fixture;
        const auto menu = [&] { return fixture.window->menuBar()->actions().first()->text(); };
        QCOMPARE(menu(), "&File");
        fixture.language.setCode(QStringLiteral("zh_CN"));
        QTRY_COMPARE(menu(), QString::fromUtf8("文件(&F)"));
        fixture.language.setCode(QStringLiteral("en"));
        QTRY_COMPARE(menu(), "&File");
    }

    void theThemeChangesWhileTheWindowIsOpen()
    {
        WindowFixture fixture;
        runTutorial(fixture);
        const QColor light = fixture.window->grab().toImage().pixelColor(5, fixture.window->height() - 5);
        fixture.theme.setAppearance(Appearance::Dark);
        const QColor dark = fixture.window->grab().toImage().pixelColor(5, fixture.window->height() - 5);
        QVERIFY(light.lightness() > 200);
        QVERIFY(dark.lightness() < 60);
    }

    void aChangedPlanIsNotLostUnasked()
    {
        WindowFixture fixture;
        fixture.window->files().open(QStringLiteral("tutorial"));
        fixture.window->document().draft().edit("{}");
        fixture.window->files().open(QStringLiteral("joinall"));
        QCOMPARE(fixture.window->document().draft().text(), QByteArray("{}"));
        auto *box = fixture.window->findChild<QMessageBox *>();
        QVERIFY(box);
        box->button(QMessageBox::Discard)->click();
        QCOMPARE(fixture.window->document().draft().source().name, "joinall");
    }

    void settingsAreRememberedFromOneWindowToTheNext()
    {
        WindowFixture fixture;
        WindowSettings settings = fixture.window->settings();
        settings.run.clock = ClockChoice::Virtual;
        settings.run.place = LoopPlace::WindowLoop;
        settings.appearance = Appearance::Dark;
        settings.recent = {QStringLiteral("/a.json")};
        saveWindowSettings(settings);
        const WindowSettings again = loadWindowSettings();
        QCOMPARE(again.run.clock, ClockChoice::Virtual);
        QCOMPARE(again.run.place, LoopPlace::WindowLoop);
        QCOMPARE(again.appearance, std::optional(Appearance::Dark));
        QCOMPARE(again.recent, settings.recent);
        QCOMPARE(again.geometry, settings.geometry);
    }

    void noPlanOfOursHasProblemsInTheWindow()
    {
        WindowFixture fixture;
        for (const QString &name : builtinPlanNames()) {
            fixture.window->files().open(name);
            QVERIFY2(fixture.window->document().draft().plan(), qPrintable(name));
            QCOMPARE(bannerText(fixture), "");
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
