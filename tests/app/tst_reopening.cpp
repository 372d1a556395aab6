// SPDX-License-Identifier: MIT
#include "app/document.h"
#include "app/run_controller.h"
#include "core/analysis/event_log.h"
#include "core/session/packet_reader.h"
#include "core/session/packet_splitter.h"
#include "core/session/read_recording.h"
#include "core/session/save_recording.h"
#include "ui/timeline/geometry_text.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// All that a window shows of a recording: lanes, bars and arrows, the log, and the JSON of every event.
QString shownBy(const Store &store)
{
    const TracePoint end = store.runs().empty() ? TracePoint{1} : TracePoint{4'500'000'000};
    QString text = geometryText(store, {TracePoint{}, end}, 900);
    for (const RunInfo &run : store.runs())
        text += QString::fromUtf8(eventLog(store, run.id));
    for (quint32 id = 1; id <= quint32(store.eventCount()); ++id)
        text += QString::fromUtf8(store.payload(EventId{id})) + u'\n';
    return text;
}

QString firstDifferentLine(const QString &actual, const QString &expected)
{
    const QStringList is = actual.split(u'\n'), shouldBe = expected.split(u'\n');
    for (qsizetype i = 0; i < std::max(is.size(), shouldBe.size()); ++i) {
        if (is.value(i) != shouldBe.value(i))
            return QStringLiteral("line %1:\n     is %2\n should %3").arg(i + 1).arg(is.value(i), shouldBe.value(i));
    }
    return {};
}

Store prefixOf(const Store &whole, quint32 count)
{
    Store prefix;
    QSet<quint32> seen;
    for (quint32 id = 1; id <= count; ++id) {
        const Event event = whole.event(EventId{id});
        const bool first = event.payload && !seen.contains(event.payload.value);
        seen.insert(event.payload.value);
        prefix.append({event, first ? whole.payload(event.payload) : QByteArray()});
    }
    return prefix;
}

} // namespace

/// A recording is shown from its events alone: not from the plan, and not from what the program remembers.
class TestReopening : public QObject
{
    Q_OBJECT

    Document m_live;
    QTemporaryDir m_folder;

    void runLive(const QString &plan, ClockChoice clock)
    {
        RunController controller(m_live);
        QVERIFY(m_live.openPlan(plan).has_value());
        controller.setSettings({clock, LoopPlace::OwnThread});
        QVERIFY(controller.start({}).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!controller.isRunning(), 60'000);
        QVERIFY(m_live.hasRecording());
    }
    [[nodiscard]] const Store &live() { return m_live.recording().store(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void compareWithLive(const QString &file)
    {
        const auto opened = readRecording(file);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(line(opened.error())));
        QCOMPARE(opened->warnings.size(), size_t(0));
        const QString difference = firstDifferentLine(shownBy(opened->store), shownBy(live()));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private Q_SLOTS:
    void showsWhatTheLiveWindowShowed_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<bool>("realClock");
        QTest::newRow("tutorial") << "tutorial" << false;
        QTest::newRow("one_falls") << "one_falls" << false;
        QTest::newRow("executor") << "executor" << false;
        QTest::newRow("three fetches, with their JSON") << "fetch_three" << true;
    }
    void showsWhatTheLiveWindowShowed()
    {
        QFETCH(const QString, plan);
        QFETCH(const bool, realClock);
        runLive(plan, realClock ? ClockChoice::Real : ClockChoice::Virtual);
        const QString file = path(plan + QStringLiteral(".pftrace"));
        const auto saved = saveRecording(file, RecordingInfo(), live(), IfExists::Replace); // without the plan
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(line(saved.error())));
        compareWithLive(file);
    }

    void showsWhatAnotherProcessRecorded()
    {
        runLive(QStringLiteral("tutorial"), ClockChoice::Virtual);
        const QString file = path(QStringLiteral("other.pftrace"));
        QProcess other;
        other.start(QStringLiteral(LOOPSCOPE_PROGRAM), {"run", "tutorial", "--clock", "virtual", "--record", file});
        QVERIFY(other.waitForFinished(60'000));
        QCOMPARE(other.exitCode(), 0);
        compareWithLive(file);
    }

    void cutAfterAnyPacketItShowsThatPrefix()
    {
        runLive(QStringLiteral("tutorial"), ClockChoice::Virtual);
        const QString file = path(QStringLiteral("cut.pftrace"));
        QVERIFY(saveRecording(file, RecordingInfo(), live(), IfExists::Replace, Packing::Plain).has_value());
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        PacketSplitter splitter(bytes);
        QSet<quint32> counts;
        while (splitter.next() == PacketSplitter::State::Packet) {
            Store opened;
            PerfettoReader reader([&opened](const Record &record) { opened.append(record); });
            reader.feed(QByteArrayView(bytes).first(splitter.offset()));
            const auto warnings = reader.finish();
            if (splitter.offset() == 0)
                continue; // nothing at all is no recording
            QVERIFY(warnings.has_value());
            const auto count = quint32(opened.eventCount());
            counts.insert(count);
            const QString expected = shownBy(prefixOf(live(), count));
            const QString difference = firstDifferentLine(shownBy(opened), expected);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        QCOMPARE(counts.size(), live().eventCount() + 1); // every length was seen
    }
};

QTEST_MAIN(TestReopening)
#include "tst_reopening.moc"
