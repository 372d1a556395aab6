// SPDX-License-Identifier: MIT
#include "core/export/track_chrome_export.h"
#include "core/export/track_csv_export.h"
#include "core/foreign/open_trace.h"
#include "tests/support/track_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

namespace {

/// A process with a thread, a task whose slices overlap, a counter, and an arrow.
TrackStore trace()
{
    TrackStore store;
    const auto text = [&store](const char *words) { return store.texts().idOf(words); };
    const TrackId process = store.addTrack({.kind = TrackKind::Process, .name = text("app"), .number = 7});
    const TrackId thread =
        store.addTrack({.kind = TrackKind::Thread, .parent = process, .name = text("main"), .number = 8});
    const TrackId task = store.addTrack({.kind = TrackKind::Task, .parent = process, .name = text("fetch")});
    const TrackId counter =
        store.addTrack({.kind = TrackKind::Counter, .parent = process, .name = text("heap")});
    store.addSlice(thread, {{1'000}, Nanos(1'500), text("outer"), text("{\"a\":1}")});
    store.addSlice(thread, {{1'200}, Nanos(300), text("=inner"), {}});
    store.addMark(thread, SliceMark::Begin, {4'000}, text("open"), {});
    store.addInstant(thread, {{3'001}, text("spark"), text("no, \"json\"")});
    store.addSlice(task, {{1'000}, Nanos(100), text("x"), {}});
    store.addSlice(task, {{1'050}, Nanos(100), text("y"), {}});
    store.addSample(counter, {{2'000}, 0.5});
    store.addFlow({1, {1'060}, task, FlowStep::Start});
    store.addFlow({1, {1'300}, thread, FlowStep::End});
    store.noteCategory(text("outer"), text("net"));
    static_cast<void>(store.finish());
    return store;
}

template<class Export>
QByteArray exported(const TrackStore &store, Export write)
{
    QByteArray all;
    TextSink out([&all](QByteArrayView block) -> Result<void> {
        all += block;
        return {};
    });
    write(store, out);
    return out.finish() ? all : QByteArray("failed");
}

QByteArray csv(const TrackStore &store, TrackCsvRows rows)
{
    return exported(store,
                    [rows](const TrackStore &tracks, TextSink &out) { exportTracksCsv(tracks, rows, out); });
}

QByteArray chrome(const TrackStore &store)
{
    return exported(store, exportTracksChrome);
}

TrackStore read(const QByteArray &file)
{
    TraceReader reader;
    reader.feed(file);
    auto loaded = reader.finish(QStringLiteral("x"));
    return loaded ? std::move(loaded->tracks) : TrackStore();
}

} // namespace

class TestTrackExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableHasALineForEverything()
    {
        QCOMPARE(
            csv(trace(), TrackCsvRows::Everything),
            QByteArray(
                "track,track_name,kind,process,what,depth,name,category,begin_s,length_s,value,arguments\r\n"
                "2,main,thread,app,slice,0,outer,net,0,0.0000015,,\"{\"\"a\"\":1}\"\r\n"
                "2,main,thread,app,slice,0,open,,0.000003,,,\r\n"
                "2,main,thread,app,slice,1,'=inner,,0.0000002,0.0000003,,\r\n"
                "2,main,thread,app,instant,,spark,,0.000002001,,,\"no, \"\"json\"\"\"\r\n"
                "3,fetch,task,app,slice,0,x,,0,0.0000001,,\r\n"
                "4,heap,counter,app,sample,,,,0.000001,,0.5,\r\n"
                "5,fetch,task,app,slice,0,y,,0.00000005,0.0000001,,\r\n"));
        QVERIFY(!csv(trace(), TrackCsvRows::Slices).contains("instant"));
        QVERIFY(!csv(trace(), TrackCsvRows::Slices).contains("sample"));
    }

    void anEmptyTraceIsAnEmptyTable()
    {
        TrackStore store;
        static_cast<void>(store.finish());
        QCOMPARE(csv(store, TrackCsvRows::Everything).count('\n'), 1);
        QCOMPARE(chrome(store), QByteArray("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n]}\n"));
    }

    void chromesJsonIsJsonAndReadBackIsTheSame()
    {
        const QByteArray file = chrome(trace());
        const QJsonDocument json = QJsonDocument::fromJson(file);
        QVERIFY2(!json.isNull(), file.constData());
        const TrackStore again = read(file);
        QCOMPARE(trackText(again), QStringLiteral("Process 7 \"app\"\n"
                                "  Counter \"heap\"\n    # 2000=0.5\n"
                                                  "  Thread 8 \"main\"\n"
                                                  "    | outer 1000..2500 {\"a\":1} | open 4000.. |\n"
                                                  "    | =inner 1200..1500 |\n"
                                                  "    ! spark 3001 {\"text\":\"no, \\\"json\\\"\"} !\n"
                                                  "  Thread 10 \"fetch\"\n    | x 1000..1100 |\n"
                                                  "  Thread 12 \"fetch\"\n    | y 1050..1150 |\n"
                                                                    "flow \"fetch\" 1060 -> \"main\" 1300\n"));
        QCOMPARE(again.text(again.category(TrackStore(read(file)).texts().idOf("outer"))),
                 QStringLiteral("net"));
    }

    void arrowsOfSlicesThatOverlapAreReadBack()
    {
        TrackStore store;
        const TrackId a = store.addTrack({.kind = TrackKind::Thread, .name = store.texts().idOf("a"), .number = 1});
        const TrackId b = store.addTrack({.kind = TrackKind::Thread, .name = store.texts().idOf("b"), .number = 2});
        for (const qint64 begin : {0, 5'000, 8'000}) // the third lies on the second row of those that overlap
            store.addSlice(a, {{begin}, Nanos(10'000 + begin), store.texts().idOf("s"), {}});
        store.addSlice(b, {{0}, Nanos(100'000), store.texts().idOf("s"), {}});
        for (const qint64 from : {2'000, 12'000, 24'000, 26'000}) { // the last is the end of the third
            store.addFlow({quint64(from), {from}, a, FlowStep::Start});
            store.addFlow({quint64(from), {50'000}, b, FlowStep::End});
        }
        static_cast<void>(store.finish());
        QCOMPARE(store.counts().flows, quint64(4));
        QCOMPARE(read(chrome(store)).counts().flows, quint64(4));
    }

    void numbersThatAreTakenOrTooGreatAreReplaced()
    {
        TrackStore store;
        const TrackId a = store.addTrack({.kind = TrackKind::Process, .number = 5});
        const TrackId b = store.addTrack({.kind = TrackKind::Process, .number = 5});
        for (const TrackId process : {a, b, TrackId{}})
            for (const qint64 number : {qint64(6), qint64(6), std::numeric_limits<qint64>::max(), qint64(-3)})
                store.addSlice(
                    store.addTrack({.kind = TrackKind::Thread, .parent = process, .number = number}),
                    {{0}, Nanos(1), store.texts().idOf("s"), {}});
        static_cast<void>(store.finish());
        QSet<std::pair<int, int>> seen;
        for (const QJsonValue &event : QJsonDocument::fromJson(chrome(store))["traceEvents"].toArray())
            if (event["ph"].toString() == QStringLiteral("X"))
                seen.insert({event["pid"].toInt(-1), event["tid"].toInt(-1)});
        QCOMPARE(seen.size(), 12);
        QVERIFY(seen.contains({5, 6}));
    }

    void whatFailsIsNotGoneOnWith()
    {
        TrackStore store;
        const TrackId track = store.addTrack({});
        for (int i = 0; i < 100'000; ++i)
            store.addSlice(track, {{i}, Nanos(1), store.texts().idOf("a name"), {}});
        static_cast<void>(store.finish());
        int blocks = 0;
        TextSink out([&blocks](QByteArrayView) -> Result<void> {
            ++blocks;
            return failure({.what = "full"});
        });
        exportTracksChrome(store, out);
        exportTracksCsv(store, TrackCsvRows::Everything, out);
        QVERIFY(!out.finish());
        QCOMPARE(blocks, 1);
    }
};

QTEST_APPLESS_MAIN(TestTrackExport)
#include "tst_track_export.moc"
