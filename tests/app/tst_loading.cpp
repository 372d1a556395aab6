// SPDX-License-Identifier: MIT
#include "core/session/recording_stream.h"
#include "tests/app/window_fixture.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/window/banner.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

/// Two tasks that take turns, and few enough events that a test is quick, though too many for one gulp.
QByteArray longRecording(quint32 turns)
{
    RecordingInfo info;
    info.title = QStringLiteral("turns");
    RecordingStream stream(info, Packing::Plain);
    Event event;
    const auto say = [&](EventKind kind, quint32 task, const QByteArray &text = {}) {
        ++event.id.value;
        event.kind = kind;
        event.task.value = task;
        event.at.ns += 1000 + event.id.value % 7;
        event.run.value = 1;
        event.payload.value = text.isNull() ? 0 : event.id.value;
        stream.append({event, text});
    };
    say(EventKind::RunBegin, 0, R"({"run":"turns","main":"main","clock":"real"})");
    say(EventKind::Created, 1, R"({"coro":"one"})");
    say(EventKind::Created, 2, R"({"coro":"two"})");
    for (quint32 turn = 0; turn < turns; ++turn) {
        const quint32 task = turn % 2 + 1;
        say(EventKind::Ready, task);
        say(EventKind::Resumed, task);
        say(EventKind::Suspended, task);
    }
    say(EventKind::RunEnd, 0, R"({"outcome":"result","cost":1})");
    stream.end();
    return QByteArray(stream.bytes().data(), qsizetype(stream.bytes().size()));
}

constexpr quint32 turns = 40'000;
constexpr qsizetype events = 3 + 3 * qsizetype(turns) + 1;

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

} // namespace

class TestLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bytes = longRecording(turns); }

    void aLargeRecordingGrowsInTheWindowUntilAllOfItIsThere()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QSignalSpy grew(&document.recording(), &Recording::grew);
        qsizetype told = 0;
        connect(&document.recording(), &Recording::grew, &document,
                [&] { told = document.recording().store().eventCount(); });
        QSignalSpy ended(&document, &Document::loadingEnded);
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        QCOMPARE(document.loadingPercent(), std::optional(0));
        QVERIFY(ended.wait(60'000));
        QVERIFY(!grew.isEmpty());
        QCOMPARE(told, events);
        QCOMPARE(fixture.store().eventCount(), events);
        QCOMPARE(document.info().title, QStringLiteral("turns"));
        QVERIFY(!document.loadingPercent());
        QCOMPARE(bannerText(fixture), QString());
    }

    void itsBeginningIsOnShowWhileTheRestIsRead()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QVERIFY(!fixture.window->timeline().isVisible()); // the first page is
        bool wasShown = false;
        connect(&document, &Document::loadingAdvanced, &document, [&] {
            wasShown = wasShown || (document.loadingPercent() && fixture.window->timeline().isVisible());
        });
        QSignalSpy ended(&document, &Document::loadingEnded);
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        QVERIFY(ended.wait(60'000));
        QVERIFY(wasShown);
    }

    void stoppedItKeepsWhatItHasAndSaysSo()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QSignalSpy ended(&document, &Document::loadingEnded);
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        document.cancelLoading(); // before the first frame
        QVERIFY(ended.wait(60'000));
        QVERIFY(fixture.store().eventCount() <= events);
        QVERIFY(!document.loadingPercent());
    }

    void aDamagedTailIsReportedWhenItIsReached()
    {
        WindowFixture fixture;
        QSignalSpy ended(&fixture.window->document(), &Document::loadingEnded);
        const QByteArray cut = m_bytes.first(m_bytes.size() * 9 / 10);
        fixture.window->document().loadRecording(fixture.file(QStringLiteral("cut.pftrace"), cut));
        QVERIFY(ended.wait(60'000));
        QVERIFY(fixture.store().eventCount() > events / 2);
        QVERIFY2(bannerText(fixture).startsWith("This recording is not whole."),
                 qPrintable(bannerText(fixture)));
    }

    void whatIsNoRecordingLeavesTheOneBefore()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QSignalSpy ended(&document, &Document::loadingEnded);
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        QVERIFY(ended.wait(60'000));
        document.loadRecording(fixture.file(QStringLiteral("bad.pftrace"), "\x01\x02garbage"));
        QVERIFY(ended.wait(60'000));
        QCOMPARE(fixture.store().eventCount(), events);
        QVERIFY(bannerText(fixture).startsWith("The recording was not opened."));
    }

    void anotherOneTakesItsPlaceAtOnce()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QSignalSpy ended(&document, &Document::loadingEnded);
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        document.loadRecording(fixture.file(QStringLiteral("short.pftrace"), longRecording(2)));
        QVERIFY(ended.wait(60'000));
        QCOMPARE(fixture.store().eventCount(), 10);
        QCOMPARE(ended.size(), 1);
    }

    void anotherProgramsTraceAppearsOnceItIsRead()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        QSignalSpy ended(&document, &Document::loadingEnded);
        QByteArray json = "[";
        for (int i = 0; i < 2000; ++i)
            json += QStringLiteral(R"({"ph":"X","name":"a","ts":%1,"dur":5,"pid":1,"tid":1},)")
                        .arg(i * 10)
                        .toUtf8();
        document.loadRecording(fixture.file(QStringLiteral("trace.json"), json));
        QVERIFY(ended.wait(60'000));
        QVERIFY(document.tracks());
        QCOMPARE(fixture.store().eventCount(), 0);
    }

    void theWindowMayCloseMeanwhile()
    {
        WindowFixture fixture;
        fixture.window->document().loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        fixture.window.reset();
    }

    void aRunBeginsInsteadOfTheRest()
    {
        WindowFixture fixture;
        Document &document = fixture.window->document();
        document.loadRecording(fixture.file(QStringLiteral("long.pftrace"), m_bytes));
        document.beginLive({});
        QVERIFY(!document.loadingPercent());
        QCOMPARE(fixture.store().eventCount(), 0);
    }

private:
    QByteArray m_bytes;
};

QTEST_MAIN(TestLoading)
#include "tst_loading.moc"
