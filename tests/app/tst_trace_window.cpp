// SPDX-License-Identifier: MIT
#include "ui/overview/overview_strip.h"
#include "ui/tracks/track_panel.h"
#include "ui/tracks/track_view.h"
#include "ui/window/status_line.h"
#include "ui/window/transport_bar.h"
#include "window_fixture.h"

#include <QLabel>
#include <QTest>

using namespace loopscope;

namespace {

constexpr const char *trace =
    R"([{"ph":"X","pid":1,"tid":2,"ts":100,"dur":50,"name":"first"},)"
    R"({"ph":"X","pid":1,"tid":2,"ts":200,"dur":50,"name":"second","tts":7},)"
    R"({"ph":"X","pid":1,"tid":3,"ts":2100,"dur":10,"name":"other"},{"ph":"P","ts":5}])";

/// All that a part of the window says.
template<class Part>
QString words(const WindowFixture &fixture)
{
    QStringList all;
    for (const QLabel *label : fixture.window->findChild<Part *>()->template findChildren<QLabel *>())
        if (label->isVisibleTo(fixture.window.get()))
            all += label->text();
    return all.join(u'|');
}

struct Opened : WindowFixture
{
    Opened() { window->files().open(file(QStringLiteral("their.json"), trace)); }
    QString selected()
    {
        const TrackView &view = window->tracks().view();
        return view.selected() && view.selected()->slice
                   ? view.tracks()->text(view.tracks()->slice(*view.selected()->slice).name)
                   : QString();
    }
    QAction *action(const QString &text)
    {
        for (QAction *one : window->findChildren<QAction *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
};

} // namespace

class TestTraceWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowTellsWhatIsOpen()
    {
        Opened opened;
        QVERIFY2(opened.window->windowTitle().startsWith(QStringLiteral("their.json[*]")),
                 qPrintable(opened.window->windowTitle()));
        const QString status = words<StatusLine>(opened);
        for (const char *part : {"Another program's trace", "2 kinds of things in it are not shown",
                                 "3 tracks", "3 slices", "ms"})
            QVERIFY2(status.contains(QLatin1String(part)), qPrintable(status));
        QVERIFY(!status.contains(QStringLiteral("No recording")));
        QVERIFY2(words<TransportBar>(opened).contains(QStringLiteral("3 slices")),
                 qPrintable(words<TransportBar>(opened)));
    }

    void anEmptyTraceIsATraceAndSaidToBeEmpty()
    {
        WindowFixture fixture;
        fixture.window->files().open(fixture.file(QStringLiteral("empty.json"), "[]"));
        QVERIFY(fixture.window->document().tracks());
        QVERIFY(words<StatusLine>(fixture).contains("Another program's trace"));
        QVERIFY(!fixture.window->grab().isNull());
        QVERIFY(fixture.window->document().skipped().size() == 1);
        QVERIFY(message(fixture.window->document().skipped()[0]).contains("it is empty"));
    }

    void stepsGoFromSliceToSliceAndMoveThePresent()
    {
        Opened opened;
        QAction *next = opened.action(QStringLiteral("Next event"));
        QVERIFY(next->isEnabled());
        next->trigger();
        QCOMPARE(opened.selected(), QStringLiteral("first"));
        next->trigger();
        QCOMPARE(opened.selected(), QStringLiteral("second"));
        QVERIFY2(words<TransportBar>(opened).contains(QStringLiteral("0.000|")),
                 qPrintable(words<TransportBar>(opened))); // 100 µs
        opened.action(QStringLiteral("First event"))->trigger();
        QCOMPARE(opened.selected(), QStringLiteral("first"));
        QTest::keyClick(&opened.window->tracks().view(), Qt::Key_Down);
        QCOMPARE(opened.selected(), QStringLiteral("other"));
        QVERIFY(words<TransportBar>(opened).contains(QStringLiteral("0.002|")));
    }

    void whatMeansNothingHereIsDisabled()
    {
        Opened opened;
        for (const char *text : {"Follow live", "Save recording as…"})
            QVERIFY2(!opened.action(QString::fromUtf8(text))->isEnabled(), text);
        QVERIFY(opened.action(QStringLiteral("Fit everything"))->isEnabled());
    }

    void theOverviewPansTheTrace()
    {
        Opened opened;
        TrackView &view = opened.window->tracks().view();
        auto *strip = opened.window->tracks().findChild<OverviewStrip *>();
        QVERIFY(strip && strip->isVisible());
        const Nanos whole = view.span().visible().length();
        view.span().show({TracePoint{0}, TracePoint{200'000}});
        const int left = view.indent() + 8, y = strip->height() / 2, width = strip->width() - left - 8;
        const auto x = [&](qint64 ns) { return left + int(ns / 2.01e6 * width); };
        QTest::mousePress(strip, Qt::LeftButton, {}, {x(100'000), y});
        QTest::mouseMove(strip, {x(1'100'000), y});
        QTest::mouseRelease(strip, Qt::LeftButton, {}, {x(1'100'000), y});
        QVERIFY(view.span().visible().begin > TracePoint{900'000});
        QCOMPARE(view.span().visible().length(), Nanos(200'000));
        QTest::mouseDClick(strip, Qt::LeftButton, {}, {x(1'100'000), y});
        QCOMPARE(view.span().visible().length(), whole);
    }

    void aRecordingTakesItsPlaceAgain()
    {
        Opened opened;
        WindowSettings settings;
        settings.run.clock = ClockChoice::Virtual;
        opened.reopen(settings);
        opened.window->files().open(opened.folder.filePath(QStringLiteral("their.json")));
        QVERIFY(opened.window->document().tracks());
        opened.window->files().open(QStringLiteral("tutorial"));
        opened.window->startRun({});
        QVERIFY(!opened.window->document().tracks());
        QTRY_VERIFY(!opened.window->controller().isRunning());
        QVERIFY(!words<StatusLine>(opened).contains(QStringLiteral("not shown")));
        QVERIFY(words<StatusLine>(opened).contains(QStringLiteral("events")));
        QVERIFY(opened.window->windowTitle().contains(opened.window->document().draft().title()));
    }
};

QTEST_MAIN(TestTraceWindow)
#include "tst_trace_window.moc"
