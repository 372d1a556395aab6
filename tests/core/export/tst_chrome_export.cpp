// SPDX-License-Identifier: MIT
#include "core/export/chrome_export.h"
#include "core/session/perfetto_writer.h"
#include "exported.h"
#include "tests/core/session/perfetto_judge.h"
#include "tests/core/session/random_recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray chromeOf(const Store &store, const RecordingInfo &info = {})
{
    return exported([&](TextSink &out) { exportChrome(store, info, out); });
}

QJsonArray eventsOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    return error.error == QJsonParseError::NoError ? document["traceEvents"].toArray() : QJsonArray();
}

int countOf(const QJsonArray &events, const char *phase)
{
    return int(std::count_if(events.begin(), events.end(), [phase](const QJsonValue &event) {
        return event["ph"].toString() == QLatin1String(phase);
    }));
}

Store storeFrom(const std::vector<Record> &records)
{
    Store store;
    for (const Record &record : records)
        store.append(record);
    return store;
}

QByteArray nativeOf(const std::vector<Record> &records)
{
    PerfettoWriter writer(infoOfThisMachine());
    for (const Record &record : records)
        writer.append(record);
    writer.end();
    return QByteArray::fromStdString(writer.bytes());
}

} // namespace

class TestChromeExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesNestOnTheirThreads()
    {
        const QJsonArray events = eventsOf(chromeOf(sleepStory().store));
        QHash<int, int> depths;
        for (const QJsonValue event : events) {
            int &depth = depths[event["tid"].toInt()];
            depth += event["ph"].toString() == u"B" ? 1 : event["ph"].toString() == u"E" ? -1 : 0;
            QVERIFY(depth >= 0);
        }
        for (const int depth : depths)
            QCOMPARE(depth, 0);
        QCOMPARE(countOf(events, "B"), 15); // the run, two passes, and twelve states
        QCOMPARE(countOf(events, "i"), 3);  // the recording, a timer, a print
    }

    void timesAreMicrosecondsWithTheNanosecondsBehindThePoint()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::Print, 1.000007, {.payload = json("{'text':'x'}")});
        QVERIFY(chromeOf(story.store).contains(R"("name":"x","ts":1000.007,)"));
    }

    void eventsCarryTheirNumberAndPayload()
    {
        const QJsonArray events = eventsOf(chromeOf(sleepStory().store));
        const auto printed = std::find_if(events.begin(), events.end(), [](const QJsonValue &event) {
            return event["name"].toString() == u"Resuming b";
        });
        QVERIFY(printed != events.end());
        const QJsonValue found = *printed;
        QCOMPARE(found["args"]["event"].toInt(), 16);
        QCOMPARE(found["args"]["payload"]["text"].toString(), QStringLiteral("Resuming b"));
    }

    void whatEndsASliceSaysHow()
    {
        QStringList outcomes;
        for (const QJsonValue event : eventsOf(chromeOf(sleepStory().store)))
            if (event["ph"].toString() == u"E" && event["args"].isObject())
                outcomes << QString::number(event["args"]["end_event"].toInt()) + u' ' +
                                event["args"]["end"]["outcome"].toString();
        QCOMPARE(outcomes, QStringList({"17 result", "20 result", "22 result"}));
    }

    void everyWakeIsReceivedOnce()
    {
        const QJsonArray events = eventsOf(chromeOf(storeFrom(likelyRecording(3, 400))));
        QVERIFY(countOf(events, "s") > 10);
        QVERIFY(countOf(events, "f") <= countOf(events, "s"));
    }

    void whateverARecordingHoldsItIsJson()
    {
        for (const QString &name : hostileNames()) {
            const QByteArray text = chromeOf(hostileStory(name).store, titled(name));
            QVERIFY2(!eventsOf(text).isEmpty(), qPrintable(name));
        }
        for (quint32 seed = 1; seed <= 40; ++seed)
            QVERIFY(!eventsOf(chromeOf(storeFrom(wildRecording(seed, 300)))).isEmpty());
    }

    void anEmptyRecordingIsJsonToo() { QCOMPARE(countOf(eventsOf(chromeOf(Store())), "B"), 0); }

    void aSinkThatFailsEndsIt()
    {
        int calls = 0;
        TextSink sink([&calls](QByteArrayView) -> Result<void> {
            ++calls;
            return failure({"full"});
        });
        exportChrome(storeFrom(likelyRecording(4, 5000)), {}, sink);
        QVERIFY(!sink.finish());
        QCOMPARE(calls, 1);
    }

    void perfettoCountsTheSameSlicesAsInOurOwnFile()
    {
        if (!PerfettoJudge::isHere())
            QSKIP(PerfettoJudge::howToHaveIt);
        const QStringList count{QStringLiteral("select count(*) from slice where name != 'recording'")};
        for (quint32 seed = 1; seed <= 5; ++seed) {
            const auto records = likelyRecording(seed, 500);
            const QByteArray chrome = chromeOf(storeFrom(records));
            QCOMPARE(m_judge.errors(chrome), m_judge.errors(nativeOf(records)));
            QCOMPARE(m_judge.ask(chrome, count), m_judge.ask(nativeOf(records), count));
            QVERIFY(m_judge.ask(chrome, {QStringLiteral("select count(*) from flow")}).toInt() > 500);
        }
    }

private:
    PerfettoJudge m_judge;
};

QTEST_GUILESS_MAIN(TestChromeExport)
#include "tst_chrome_export.moc"
