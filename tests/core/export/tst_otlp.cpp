// SPDX-License-Identifier: MIT
#include "core/export/otlp_export.h"
#include "core/export/otlp_ids.h"
#include "core/export/otlp_spans.h"
#include "exported.h"
#include "tests/core/analysis/gather_story.h"
#include "tests/core/session/random_recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace loopscope;

namespace {

RecordingInfo startedOnce()
{
    RecordingInfo info = titled(QStringLiteral("t"));
    info.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return info;
}

QJsonObject requestOf(const Store &store)
{
    return QJsonDocument::fromJson(exported([&](TextSink &out) { exportOtlp(store, startedOnce(), out); }))
        .object();
}

QList<QJsonObject> spansOf(const Store &store)
{
    QList<QJsonObject> spans;
    const QJsonValue request = requestOf(store);
    for (const QJsonValue span : request["resourceSpans"][0]["scopeSpans"][0]["spans"].toArray())
        spans << span.toObject();
    return spans;
}

QString attribute(const QJsonObject &object, const QString &key)
{
    for (const QJsonValue attribute : object["attributes"].toArray()) {
        const QJsonObject value = attribute["value"].toObject();
        if (attribute["key"].toString() == key)
            return value.begin().value().toVariant().toString();
    }
    return {};
}

} // namespace

class TestOtlp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsATraceAndATaskASpanBelowItsCreator()
    {
        const auto spans = spansOf(gatherStory().store);
        QCOMPARE(spans.size(), 4); // the run, main, a, b
        QCOMPARE(spans[0]["name"].toString(), QStringLiteral("run gather"));
        QVERIFY(!spans[0].contains("parentSpanId"));
        QCOMPARE(spans[1]["name"].toString(), QStringLiteral("f2"));
        QCOMPARE(spans[1]["parentSpanId"], spans[0]["spanId"]);
        QCOMPARE(spans[2]["parentSpanId"], spans[1]["spanId"]);
        for (const QJsonObject &span : spans)
            QCOMPARE(span["traceId"], spans[0]["traceId"]);
        QCOMPARE(attribute(spans[2], "loopscope.task"), QStringLiteral("Task-2"));
    }

    void timesAreTextsOfUnixNanoseconds()
    {
        const auto spans = spansOf(gatherStory().store);
        QCOMPARE(spans[0]["startTimeUnixNano"].toString(), QStringLiteral("1700000000000000000"));
        QCOMPARE(spans[3]["endTimeUnixNano"].toString(), QStringLiteral("1700000001000000000"));
    }

    void theStatusIsTheOutcome()
    {
        const auto spans = spansOf(gatherStory().store);
        QCOMPARE(spans[2]["status"]["code"].toInt(), 1);
        QCOMPARE(spans[3]["status"]["code"].toInt(), 2);
        QCOMPARE(spans[3]["events"][0]["name"].toString(), QStringLiteral("exception"));
        QCOMPARE(attribute(spans[3]["events"][0].toObject(), "exception.type"), QStringLiteral("E"));
    }

    void printsAreEventsAndWakersAreLinks()
    {
        const auto spans = spansOf(gatherStory().store);
        QCOMPARE(attribute(spans[2]["events"][0].toObject(), "loopscope.text"), QStringLiteral("hello"));
        QCOMPARE(spans[1]["links"].toArray().size(), 1);
        QCOMPARE(spans[1]["links"][0]["spanId"], QJsonValue(spans[2]["spanId"]));
        QCOMPARE(attribute(spans[1]["links"][0].toObject(), "loopscope.wakes"), QStringLiteral("1"));
    }

    void idsAreHexAndTheSameEveryTime()
    {
        static const QRegularExpression trace(QStringLiteral("^[0-9a-f]{32}$")),
            span(QStringLiteral("^[0-9a-f]{16}$"));
        Store store;
        for (const Record &record : likelyRecording(5, 500))
            store.append(record);
        const auto spans = spansOf(store);
        QCOMPARE(spans.size(), otlpSpanCount(store));
        QSet<QString> ids;
        for (const QJsonObject &one : spans) {
            QVERIFY(trace.match(one["traceId"].toString()).hasMatch());
            QVERIFY(span.match(one["spanId"].toString()).hasMatch());
            ids << one["spanId"].toString();
        }
        QCOMPARE(ids.size(), spans.size());
        for (const QJsonObject &one : spans)
            QVERIFY(!one.contains("parentSpanId") || ids.contains(one["parentSpanId"].toString()));
        QCOMPARE(requestOf(store), requestOf(store));
    }

    void whatAPersonAddsLaterChangesNoId()
    {
        const OtlpIds ids(startedOnce());
        RecordingInfo info = startedOnce();
        info.bookmarks << Bookmark{};
        info.notes = QStringLiteral("seen");
        info.view.task = 3;
        QCOMPARE(OtlpIds(info).trace(RunId{1}), ids.trace(RunId{1}));
        QCOMPARE(OtlpIds(info).span(RunId{1}, OtlpIds::Span::Task, 2), ids.span(RunId{1}, OtlpIds::Span::Task, 2));
        info.startedAt = info.startedAt.addSecs(1);
        QVERIFY(OtlpIds(info).trace(RunId{1}) != ids.trace(RunId{1}));
    }

    void aSpanKeeps128EventsAndCountsTheOthers()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'t','coro':'m'}")});
        for (int i = 0; i < 200; ++i)
            story.say(EventKind::Print, 1, {.task = 1, .payload = json("{'text':'x'}")});
        const auto spans = spansOf(story.store);
        QCOMPARE(spans[1]["events"].toArray().size(), 128);
        QCOMPARE(spans[1]["droppedEventsCount"].toInt(), 72);
        QCOMPARE(attribute(spans[1], "loopscope.outcome"), QStringLiteral("unfinished"));
    }

    void passwordsStayHere()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::RequestQueued, 0,
                  {.payload = json("{'method':'GET','url':'http://me:secret@host/x?y=1'}"), .subject = 1});
        const auto spans = spansOf(story.store);
        QCOMPARE(attribute(spans[1], "url.full"), QStringLiteral("http://host/x?y=1"));
        QCOMPARE(spans[1]["kind"].toInt(), 3);
    }

    void requestsAreOfASizeThatCollectorsTake()
    {
        Store store;
        for (const Record &record : likelyRecording(6, 20000))
            store.append(record);
        qsizetype spans = 0;
        const QByteArrayList requests = otlpRequests(store, startedOnce());
        QVERIFY(requests.size() > 1);
        for (const QByteArray &request : requests) {
            const QJsonDocument json = QJsonDocument::fromJson(request);
            const qsizetype count = json["resourceSpans"][0]["scopeSpans"][0]["spans"].toArray().size();
            QVERIFY(count > 0 && count <= 512);
            QVERIFY(request.size() < 2'100'000);
            spans += count;
        }
        QCOMPARE(spans, otlpSpanCount(store));
        QVERIFY(otlpRequests(Store(), {}).isEmpty());
    }

    void whateverARecordingHoldsItIsJson()
    {
        for (const QString &name : hostileNames())
            QCOMPARE(spansOf(hostileStory(name).store).size(), 4);
        for (quint32 seed = 1; seed <= 30; ++seed) {
            Store wild;
            for (const Record &record : wildRecording(seed, 300))
                wild.append(record);
            QCOMPARE(spansOf(wild).size(), otlpSpanCount(wild));
        }
    }
};

QTEST_GUILESS_MAIN(TestOtlp)
#include "tst_otlp.moc"
