// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/shown_trace.h"
#include "ui/style/theme.h"
#include "ui/window/banner.h"
#include "ui/window/status_line.h"
#include "ui/window/transport_bar.h"
#include "ui/window/welcome_page.h"

#include <QAction>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace loopscope;

namespace {

/// The visible texts of a widget, thin spaces made plain.
QString texts(const QWidget &widget)
{
    QStringList all;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            all += label->text();
    return all.join(u'|').replace(QChar(0x202F), u' ');
}

} // namespace

class TestWindowParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTransportShowsThePlayheadsTimeAndStep()
    {
        QAction action;
        TransportBar bar(m_theme, m_recording, m_playhead, m_trace,
                         {&action, &action, &action, &action, &action, &action, &action, &action, &action});
        QCOMPARE(texts(bar), "0.000|/ 0.000 s|no steps yet");
        const Story story = sleepStory();
        m_recording.replace(&story.store);
        m_playhead.goToEvent(story.store, EventId{16});
        QCOMPARE(texts(bar), "1.002|/ 1.003 s|step 16 of 22");
        m_playhead.clear();
        m_recording.replace(nullptr);
    }

    void theStatusTellsLagAndCounts()
    {
        StatusLine status(m_theme, m_recording, m_playhead, m_trace);
        QVERIFY(texts(status).contains("Idle|No recording"));
        const Story story = sleepStory();
        m_recording.replace(&story.store);
        status.setActivity(Activity::Replay);
        const QString text = texts(status);
        QVERIFY2(text.contains("Replay of a recording|Loop lag now <b>1.500 ms</b>, worst <b>1.500 ms</b>"),
                 qPrintable(text));
        QVERIFY2(text.contains("22 events"), qPrintable(text));
        m_recording.replace(nullptr);
    }

    void theStatusTellsTheClockOfTheRunOnShowAndElseOfTheNext()
    {
        StatusLine status(m_theme, m_recording, m_playhead, m_trace);
        QVERIFY(texts(status).contains("Virtual clock"));
        status.setNextOnRealClock(true);
        QVERIFY(texts(status).contains("Real clock"));
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'virtual'}")});
        m_recording.replace(&story.store);
        QVERIFY(texts(status).contains("Virtual clock"));
        m_recording.replace(nullptr);
        QVERIFY(texts(status).contains("Real clock"));
    }

    void theBannerIsThereOnlyWhenItHasSomethingToSay()
    {
        QWidget window;
        Banner banner(m_theme, &window);
        QVERIFY(!banner.isVisibleTo(&window));
        QAction help("Next problem");
        banner.show("This plan cannot run yet.", "Fix line 3.", &help);
        QVERIFY(banner.isVisibleTo(&window));
        QVERIFY(texts(banner).contains("This plan cannot run yet.|Fix line 3."));
    }

    void theWelcomeOffersThreeWaysToBegin()
    {
        QAction run("Run"), open("Open"), create("New");
        WelcomePage page(m_theme, &run, &open, &create);
        QCOMPARE(page.findChildren<QToolButton *>().size(), 3);
        QVERIFY(texts(page).contains("See what your coroutines wait for"));
        page.resize(800, 700);
        QVERIFY(!page.grab().isNull());
    }

private:
    Theme m_theme;
    Recording m_recording;
    Playhead m_playhead;
    ShownTrace m_trace;
};

QTEST_MAIN(TestWindowParts)
#include "tst_window_parts.moc"
