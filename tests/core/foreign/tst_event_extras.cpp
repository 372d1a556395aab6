// SPDX-License-Identifier: MIT
#include "perfetto_trace.h"

#include <QTest>

using namespace loopscope;
using protozero::pbf_writer;

namespace {

/// The arguments of one instant, behind what `state` makes its sequence know.
QString arguments(const PerfettoTrace::Fill &fill, const PerfettoTrace::Fill &state = {})
{
    PerfettoTrace trace;
    trace.packet([&](pbf_writer &packet) {
        packet.add_uint32(13, 1);
        if (!state)
            return;
        pbf_writer interned(packet, 12);
        state(interned);
    });
    const Read result = read(trace.event(1, 3, 0, fill).bytes());
    if (!result.skipped.isEmpty())
        return result.skipped.join(u'\n');
    return result.tracks.section(u'\n', 1).mid(QStringLiteral("  !  1 ").size()).chopped(3);
}

void addText(pbf_writer &interned, quint32 field, quint64 id, const std::string &text)
{
    pbf_writer entry(interned, field);
    entry.add_uint64(1, id);
    entry.add_string(2, text);
}

} // namespace

class TestEventExtras : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logMessagesAreArguments()
    {
        const auto log = [](pbf_writer &event) {
            pbf_writer message(event, 21);
            message.add_uint64(1, 4);
            message.add_uint64(2, 9);
            message.add_uint32(3, 5);
        };
        const auto state = [](pbf_writer &interned) {
            addText(interned, 20, 9, "disk \"a\" is full");
            pbf_writer source(interned, 4);
            source.add_uint64(1, 4);
            source.add_string(2, "disk.cc");
            source.add_string(3, "write");
            source.add_uint32(4, 12);
        };
        QCOMPARE(arguments(log, state),
                 QStringLiteral("{\"log source\":\"write (disk.cc:12)\",\"log\":\"disk \\\"a\\\" is full\","
                                "\"log priority\":\"warning\"}"));
        QCOMPARE(arguments(log),
                 QStringLiteral("{\"log source\":\"\",\"log\":\"\",\"log priority\":\"warning\"}"));
    }

    void ofALogsFieldThatComesAgainTheLastOneIsShown()
    {
        const auto log = [](pbf_writer &event) {
            pbf_writer message(event, 21);
            for (int i = 0; i < 1000; ++i) {
                message.add_uint64(1, quint64(i % 2));
                message.add_uint64(2, quint64(i % 2));
                message.add_uint32(3, quint32(4 + i % 2));
            }
        };
        const auto state = [](pbf_writer &interned) {
            addText(interned, 20, 0, "first");
            addText(interned, 20, 1, "last");
        };
        QCOMPARE(arguments(log, state),
                 QStringLiteral("{\"log source\":\"\",\"log\":\"last\",\"log priority\":\"warning\"}"));
    }

    void longTextsThatFewBytesStandForAreShortened_data()
    {
        QTest::addColumn<quint32>("interned");
        QTest::addColumn<quint32>("field");
        QTest::addColumn<quint32>("inner");
        QTest::newRow("log body") << 20u << 21u << 2u;
        QTest::newRow("log source") << 4u << 21u << 1u;
        QTest::newRow("correlation") << 43u << 54u << 0u;
        QTest::newRow("source") << 4u << 34u << 0u;
    }

    void longTextsThatFewBytesStandForAreShortened()
    {
        QFETCH(quint32, interned);
        QFETCH(quint32, field);
        QFETCH(quint32, inner);
        const auto fill = [=](pbf_writer &event) {
            if (inner == 0)
                return event.add_uint64(field, 9);
            pbf_writer(event, field).add_uint64(inner, 9);
        };
        const auto state = [=](pbf_writer &all) {
            addText(all, interned, 9, std::string(size_t(InternedUse::longest) + 1, 'x'));
        };
        QCOMPARE(arguments(fill, state),
                 QStringLiteral("1 times an interned text was shortened among arguments"));
    }

    void correlationIdsAreArguments()
    {
        QCOMPARE(arguments([](pbf_writer &event) { event.add_uint64(52, 77); }),
                 QStringLiteral("{\"correlation id\":77}"));
        QCOMPARE(arguments([](pbf_writer &event) { event.add_string(53, "order 7"); }),
                 QStringLiteral("{\"correlation id\":\"order 7\"}"));
        QCOMPARE(arguments([](pbf_writer &event) { event.add_uint64(54, 3); },
                           [](pbf_writer &interned) { addText(interned, 43, 3, "rpc"); }),
                 QStringLiteral("{\"correlation id\":\"rpc\"}"));
    }

    void placesAndCallstacksAreArguments()
    {
        QCOMPARE(arguments([](pbf_writer &event) {
                     event.add_uint64(54, 0);
                     pbf_writer source(event, 33);
                     source.add_string(3, "main");
                 }),
                 QStringLiteral("{\"correlation id\":\"\",\"source\":\"main\"}"));
        QCOMPARE(arguments([](pbf_writer &event) {
                     pbf_writer callstack(event, 55);
                     const auto frame = [&](const char *function, const char *file, quint32 line) {
                         pbf_writer one(callstack, 1);
                         one.add_string(1, function);
                         one.add_string(2, file);
                         one.add_uint32(3, line);
                     };
                     frame("main", "", 0);
                     frame("work", "work.cc", 3);
                     frame("", "x.cc", 0);
                 }),
                 QStringLiteral("{\"callstack\":[\"main\",\"work (work.cc:3)\",\"x.cc\"]}"));
    }

    void theyStandBehindAnnotations()
    {
        QCOMPARE(arguments([](pbf_writer &event) {
                     event.add_uint64(52, 1);
                     pbf_writer annotation(event, 4);
                     annotation.add_string(10, "n");
                     annotation.add_uint64(3, 2);
                 }),
                 QStringLiteral("{\"n\":2,\"correlation id\":1}"));
    }

    void damageWithinOneIsCounted()
    {
        QCOMPARE(arguments([](pbf_writer &event) { event.add_bytes(21, std::string("\x10")); }),
                 QStringLiteral("1 damaged packets were skipped"));
    }
};

QTEST_APPLESS_MAIN(TestEventExtras)
#include "tst_event_extras.moc"
