// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_json_reader.h"
#include "perfetto_trace.h"

#include <QTest>

using namespace loopscope;
using protozero::pbf_writer;

namespace {

constexpr quint32 begin = 1, end = 2, instant = 3, counter = 4;

/// What is skipped of one instant with something in it.
QStringList skippedOf(const PerfettoTrace::Fill &fill)
{
    PerfettoTrace trace;
    trace.start().event(1, instant, 7, fill);
    return read(trace.bytes()).skipped;
}

/// What is skipped of a description of track 7.
QStringList skippedOfTrack(const PerfettoTrace::Fill &fill)
{
    PerfettoTrace trace;
    trace.start().track(7, fill);
    return read(trace.bytes()).skipped;
}

/// Two bytes that are each message's length and content, or a text.
void fillAll(pbf_writer &message, quint32 first, quint32 last)
{
    for (quint32 field = first; field <= last; ++field)
        message.add_uint32(field, 0);
}

QStringList skippedOfJson(const QByteArray &events)
{
    return readWith<ChromeJsonReader>('[' + events + ']').skipped;
}

} // namespace

class TestSkipped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packetsAreNamed()
    {
        PerfettoTrace trace = twoSlices();
        const auto unknown = [&](quint32 field) {
            trace.packet([&](pbf_writer &packet) { packet.add_bytes(field, std::string("x")); });
        };
        for (const quint32 field : {1u, 1u, 999u, 33u}) // the last is the trace's configuration
            unknown(field);
        trace.packet([](pbf_writer &packet) { // two in one, and a number
            packet.add_bytes(39, std::string("x"));
            packet.add_bytes(1, std::string("x"));
            packet.add_uint32(888, 1);
        });
        QCOMPARE(read(trace.bytes()).skipped,
                 (QStringList{QStringLiteral("3 packets of ftrace_events (field 1): skipped"),
                              QStringLiteral("1 packets of android_log (field 39): skipped"),
                              QStringLiteral("1 packets of field 888: skipped"),
                              QStringLiteral("1 packets of field 999: skipped")}));
    }

    void eventsThatMakeNoSenseAreCounted()
    {
        PerfettoTrace trace = twoSlices();
        trace.event(1, 77, 7).event(1, counter, 7);
        trace.event(1, instant, 7, [](pbf_writer &event) { event.add_uint64(10, 99); });
        QCOMPARE(read(trace.bytes()).skipped,
                 (QStringList{QStringLiteral("1 events of the unknown type 77: skipped"),
                              QStringLiteral("1 counter events have no number: skipped"),
                              QStringLiteral("1 events have a name that was never told")}));
    }

    void fieldsOfEventsAreNamed()
    {
        QCOMPARE(skippedOf([](pbf_writer &event) {
                     event.add_uint64(56, 3);
                     event.add_int64(2, 17);
                     event.add_bytes(5, std::string("x"));
                     event.add_uint32(200, 1);
                     event.add_uint32(2005, 1);
                     event.add_uint64(3, 1);
                     event.add_uint64(3, 2);
                     event.add_string(44, "a text where a number belongs");
                 }),
                 (QStringList{
                     QStringLiteral("1 events carry thread_time_delta_us (field 2), which is not shown"),
                     QStringLiteral("1 events carry more than one category (field 3), which is not shown"),
                     QStringLiteral("1 events carry task_execution (field 5), which is not shown"),
                     QStringLiteral("1 events carry field 44, which is not shown"),
                     QStringLiteral("1 events carry callstack_iid (field 56), which is not shown"),
                     QStringLiteral("1 events carry field 200, which is not shown"),
                     QStringLiteral("1 events carry extension field 2005, which is not shown")}));
        PerfettoTrace legacy;
        legacy.start().legacy(1, 'i', "a", [](pbf_writer &one) { one.add_int64(4, 1); });
        QCOMPARE(
            read(legacy.bytes()).skipped,
            QStringList{QStringLiteral("1 events carry thread_duration_us (field 4), which is not shown")});
        QCOMPARE(skippedOf([](pbf_writer &event) {
                     pbf_writer annotation(event, 4);
                     annotation.add_string(10, "n");
                     annotation.add_bytes(8, std::string());
                 }),
                 QStringList{QStringLiteral(
                     "1 arguments of events carry nested_value (field 8), which is not shown")});
    }

    void fieldsOfDescriptionsAreNamed()
    {
        const auto named = [](const char *what) {
            return QStringList{QStringLiteral("1 descriptions of tracks carry %1, which is not shown")
                                   .arg(QLatin1String(what))};
        };
        QCOMPARE(skippedOfTrack([](pbf_writer &track) { track.add_string(14, "x"); }),
                 named("description (field 14)"));
        QCOMPARE(skippedOfTrack([](pbf_writer &track) { fillAll(track, 15, 17); }), QStringList());
        const auto within = [](quint32 message, quint32 field) {
            return skippedOfTrack([=](pbf_writer &track) {
                pbf_writer one(track, message);
                one.add_uint32(1, 5);
                one.add_string(field, "x");
            });
        };
        QCOMPARE(within(3, 8), named("process_labels (field 8)"));
        QCOMPARE(within(4, 99), named("field 99"));
        QCOMPARE(within(8, 6).last(), named("unit_name (field 6)").last());
    }

    void hostileFieldNumbersAreNotAllKept()
    {
        const QStringList skipped = skippedOf([](pbf_writer &event) {
            for (quint32 field = 100; field < 5100; ++field)
                event.add_uint32(field, 1);
        });
        QVERIFY2(skipped.size() <= 51, qPrintable(QString::number(skipped.size())));
        quint64 all = 0;
        for (const QString &line : skipped)
            all += line.section(u' ', 0, 0).toULongLong();
        QCOMPARE(all, 5000u);
    }

    void membersOfJsonAreNamed()
    {
        QCOMPARE(skippedOfJson(R"({"ph":"i","ts":1,"sf":3,"stack":["f"],"cname":"good"},)"
                               R"({"ph":"X","ts":1,"dur":2,"tts":3,"tdur":1},{"ph":"i","ts":5,"sf":4})"),
                 (QStringList{QStringLiteral("2 events have the member sf, which is not shown"),
                              QStringLiteral("1 events have the member stack, which is not shown"),
                              QStringLiteral("1 events have the member cname, which is not shown"),
                              QStringLiteral("1 events have the member tts, which is not shown"),
                              QStringLiteral("1 events have the member tdur, which is not shown")}));
        QCOMPARE(skippedOfJson(R"({"ph":"O","ts":1})"),
                 QStringList{QStringLiteral("1 events of the unknown phase O (object snapshot): skipped")});
        QCOMPARE(skippedOfJson(R"({"ph":"C","ts":1,"name":"c","args":{"a":1,"b":"x"}})"),
                 QStringList{QStringLiteral("1 values of the counter c are no numbers: skipped")});
        QCOMPARE(skippedOfJson(R"({"ph":"M","name":"thread_name","args":{}})"),
                 QStringList{QStringLiteral("1 metadata events named thread_name: skipped")});
    }

    void membersAreCountedOnceHoweverTheFileIsCut()
    {
        const QByteArray text = R"([{"ph":"i","ts":1,"sf":3,"name":"a long event"},{"ph":"i","ts":2}])";
        for (const qsizetype piece : {1, 2, 5})
            QCOMPARE(readWith<ChromeJsonReader>(text, piece).skipped,
                     QStringList{QStringLiteral("1 events have the member sf, which is not shown")});
    }

    void manyMembersAreCountedTogether()
    {
        QByteArray event = R"({"ph":"i","ts":1)";
        for (int i = 0; i < 1000; ++i)
            event += ",\"m" + QByteArray::number(i) + "\":0";
        const QStringList skipped = skippedOfJson(event + '}');
        QVERIFY(skipped.size() <= 52);
        QCOMPARE(skipped.last(), QStringLiteral("950 events have the member …, which is not shown"));
    }

    void categoriesAreKeptByName()
    {
        TrackStore store;
        const TextId a = store.texts().idOf("a"), b = store.texts().idOf("b");
        const TextId red = store.texts().idOf("red"), blue = store.texts().idOf("blue");
        store.noteCategory(a, red);
        store.noteCategory(a, red);
        QCOMPARE(store.category(a), red);
        QCOMPARE(store.category(b), TextId());
        QCOMPARE(store.finish().otherCategories, 0u);
        store.noteCategory(a, blue);
        QCOMPARE(store.category(a), red);
        QCOMPARE(store.finish().otherCategories, 1u);
    }

    void bothFormatsTellCategories()
    {
        TrackStore json, packets;
        SkipCounter skips;
        ChromeJsonReader reader(json, skips);
        reader.feed(
            R"([{"ph":"i","ts":1,"name":"a","cat":"net,io"},{"ph":"i","ts":2,"name":"a","cat":"net,io"}])");
        QVERIFY(reader.finish());
        QCOMPARE(json.text(json.category(json.texts().idOf("a"))), QStringLiteral("net,io"));

        PerfettoTrace trace;
        trace.start().event(1, begin, 7, [](pbf_writer &event) {
            event.add_string(23, "a");
            event.add_string(22, "net");
        });
        TrackEventReader packetReader(packets, skips);
        packetReader.feed(trace.event(2, end, 7).bytes());
        QVERIFY(packetReader.finish());
        QCOMPARE(packets.text(packets.category(packets.texts().idOf("a"))), QStringLiteral("net"));
        QVERIFY(skips.isEmpty());
    }

    void argumentsThatAreNoObjectAreKept()
    {
        const auto tracks = [](const QByteArray &arguments) {
            return readWith<ChromeJsonReader>("[{\"ph\":\"i\",\"ts\":1,\"name\":\"a\",\"args\":" + arguments +
                                              "}]")
                .tracks.section(u'\n', 2);
        };
        QCOMPARE(tracks("\"x\""), QStringLiteral("    ! a 1000 {\"args\":\"x\"} !\n"));
        QCOMPARE(tracks("[1]"), QStringLiteral("    ! a 1000 {\"args\":[1]} !\n"));
        QCOMPARE(tracks("null"), QStringLiteral("    ! a 1000 !\n"));
    }
};

QTEST_APPLESS_MAIN(TestSkipped)
#include "tst_skipped.moc"
