// SPDX-License-Identifier: MIT
#include "perfetto_trace.h"

#include <QTest>

using namespace loopscope;
using protozero::pbf_writer;

namespace {

QString tracks(const PerfettoTrace &trace)
{
    return read(trace.bytes()).tracks;
}

constexpr quint32 begin = 1, end = 2, instant = 3, counter = 4, state = 5;

} // namespace

class TestTrackEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesNestOnTheirTracks() { QCOMPARE(tracks(twoSlices()), twoSlicesText); }

    void processesAndThreadsAreGroupsAndLanes()
    {
        PerfettoTrace trace;
        trace.track(1, [](pbf_writer &track) {
            pbf_writer process(track, 3);
            process.add_int32(1, 42);
            process.add_string(6, "loop");
        });
        trace.track(2, [](pbf_writer &track) {
            pbf_writer thread(track, 4);
            thread.add_int32(1, 42);
            thread.add_int64(2, 43);
            thread.add_string(5, "main");
        });
        trace.track(3, "Task-1", 2)
            .event(1, instant, 1, "p")
            .event(2, instant, 2, "t")
            .event(3, instant, 3, "x");
        QCOMPARE(tracks(trace), QStringLiteral("Process 42 \"loop\"\n  ! p 1 !\n  Thread 43 \"main\"\n"
                                               "    ! t 2 !\n    Task \"Task-1\"\n      ! x 3 !\n"));
    }

    void aTrackMayBeDescribedAfterItsEvents()
    {
        PerfettoTrace trace;
        trace.event(1, instant, 3, "x").track(3, "late", 9).track(9, "parent");
        QCOMPARE(tracks(trace), QStringLiteral("Task \"parent\"\n  Task \"late\"\n    ! x 1 !\n"));
    }

    void namesAndDefaultsAreLookedUp()
    {
        PerfettoTrace trace;
        trace.packet([](pbf_writer &packet) {
            packet.add_uint32(13, 1);
            {
                pbf_writer defaults(packet, 59);
                pbf_writer event(defaults, 11);
                event.add_uint64(11, 7);
            }
            pbf_writer interned(packet, 12);
            pbf_writer name(interned, 2);
            name.add_uint64(1, 5);
            name.add_string(2, "a");
        });
        trace.track(7, "t");
        trace.packet([](pbf_writer &packet) {
            packet.add_uint64(8, 10);
            packet.add_uint32(13, 2);
            pbf_writer event(packet, 11);
            event.add_uint32(9, instant);
            event.add_uint64(10, 5);
        });
        QCOMPARE(tracks(trace), QStringLiteral("Task \"t\"\n  ! a 10 !\n"));
    }

    void countersAreMultipliedAndSummed()
    {
        PerfettoTrace trace;
        trace.track(1, [](pbf_writer &track) {
            track.add_string(2, "bytes");
            pbf_writer counter(track, 8);
            counter.add_int64(4, 1024);
            counter.add_bool(5, true);
        });
        const auto value = [](qint64 number) {
            return [number](pbf_writer &event) { event.add_int64(30, number); };
        };
        trace.event(1, counter, 1, value(2)).event(2, counter, 1, value(-1));
        trace.event(3, counter, 9, [](pbf_writer &event) { event.add_double(44, 0.5); });
        trace.event(4, instant, 9, [](pbf_writer &event) {
            event.add_string(23, "i");
            event.add_uint64(31, 1);
            event.add_uint64(12, 3);
        });
        QCOMPARE(tracks(trace), QStringLiteral("Counter \"bytes\"\n  # 1=2048 2=1024 4=4096\n"
                                               "Counter\n  ! i 4 !\n  # 3=0.5\n"));
    }

    void statesFollowOneAnother()
    {
        PerfettoTrace trace;
        trace.track(1, "s").event(1, state, 1, "idle").event(4, state, 1, "busy").event(6, state, 1);
        QCOMPARE(tracks(trace), QStringLiteral("Task \"s\"\n  | idle 1..4 | busy 4..6 |\n"));
    }

    void flowsMayBePacked()
    {
        PerfettoTrace trace;
        trace.start().track(1, "a").track(2, "b");
        const auto flows = [](quint32 field) {
            return [field](pbf_writer &event) {
                const std::array<quint64, 2> ids{0x0102030405060708, 9};
                event.add_packed_fixed64(field, ids.begin(), ids.end());
            };
        };
        trace.event(1, begin, 1, flows(47)).event(5, end, 1).event(7, begin, 2, flows(48)).event(9, end, 2);
        QCOMPARE(tracks(trace).count(QStringLiteral("flow \"a\" 1 -> \"b\" 7\n")), 2);
        QCOMPARE(tracks(trace).count(QStringLiteral("flow")), 2);
    }

    void flowsJoinInTheOrderOfTime()
    {
        PerfettoTrace trace;
        trace.track(1, "a").track(2, "b");
        const auto flow = [](quint32 field) {
            return [field](pbf_writer &event) { event.add_fixed64(field, 5); };
        };
        trace.event(1, begin, 1, flow(47)).event(5, end, 1).event(7, begin, 2, flow(48)).event(9, end, 2);
        trace.event(11, begin, 1, [](pbf_writer &event) { event.add_uint64(36, 6); }).event(12, end, 1);
        trace.event(13, instant, 2, [](pbf_writer &event) { event.add_uint64(42, 6); });
        QCOMPARE(tracks(trace).section(u'\n', -3), QStringLiteral("flow \"a\" 1 -> \"b\" 7\n"
                                                                  "flow \"a\" 11 -> \"b\" 13\n"));
    }

    void annotationsAreKeptAsJson()
    {
        PerfettoTrace trace;
        trace.event(1, instant, 0, [](pbf_writer &event) {
            const auto add = [&](const char *name, const PerfettoTrace::Fill &fill) {
                pbf_writer annotation(event, 4);
                annotation.add_string(10, name);
                fill(annotation);
            };
            add("b", [](pbf_writer &a) { a.add_bool(2, true); });
            add("u", [](pbf_writer &a) { a.add_uint64(3, ~quint64(0)); });
            add("i", [](pbf_writer &a) { a.add_int64(4, -5); });
            add("d", [](pbf_writer &a) { a.add_double(5, 0.5); });
            add("s", [](pbf_writer &a) { a.add_string(6, "x\"y"); });
            add("p", [](pbf_writer &a) { a.add_uint64(7, 255); });
            add("j", [](pbf_writer &a) { a.add_string(9, "{\"k\":[1]}"); });
            add("n", [](pbf_writer &a) { a.add_string(9, "no json"); });
            add("l", [](pbf_writer &a) {
                pbf_writer item(a, 12);
                item.add_int64(4, 1);
            });
            add("o", [](pbf_writer &a) {
                pbf_writer item(a, 11);
                item.add_string(10, "k");
                item.add_int64(4, 1);
            });
        });
        QCOMPARE(tracks(trace).section(u'\n', 1),
                 QStringLiteral(
                     "  !  1 {\"b\":true,\"u\":18446744073709551615,\"i\":-5,\"d\":0.5,\"s\":\"x\\\"y\","
                     "\"p\":\"0xff\",\"j\":{\"k\":[1]},\"n\":\"no json\",\"l\":[1],\"o\":{\"k\":1}} !\n"));
    }

    void annotationsAreNotNestedWithoutEnd()
    {
        std::string inner;
        for (int i = 0; i < 5000; ++i) {
            std::string outer;
            pbf_writer(outer).add_bytes(12, inner);
            inner = outer;
        }
        PerfettoTrace trace;
        trace.event(1, instant, 0, [&](pbf_writer &event) { event.add_bytes(4, inner); });
        const QString text = tracks(trace);
        QVERIFY(text.contains(u"…"));
        QVERIFY(text.size() < 300);
    }

    void legacyEventsMeanWhatTheyMeantInJson()
    {
        PerfettoTrace trace;
        trace.packet([](pbf_writer &packet) {
            packet.add_uint32(13, 1);
            pbf_writer thread(packet, 44);
            thread.add_int32(1, 1);
            thread.add_int32(2, 2);
            thread.add_string(5, "main");
        });
        const auto id = [](pbf_writer &legacy) { legacy.add_uint64(6, 77); };
        trace.legacy(0, 'B', "a").legacy(9000, 'E', "");
        trace.legacy(1000, 'X', "x", [](pbf_writer &legacy) { legacy.add_int64(3, 2); });
        trace.legacy(5, 'b', "fetch", id).legacy(6, 'n', "found", id).legacy(7, 'e', "fetch", id);
        trace.legacy(8, 'I', "g", [](pbf_writer &legacy) { legacy.add_int32(14, 1); });
        trace.legacy(1500, 's', "f", id).legacy(8000, 'f', "f", [&](pbf_writer &legacy) {
            id(legacy);
            legacy.add_bool(12, true);
        });
        trace.legacy(5, 'q', "?").legacy(5, 'b', "no id");
        const Read result = read(trace.bytes());
        QCOMPARE(result.tracks,
                 QStringLiteral("Other \"global\"\n  ! g 8 !\n"
                                "Process 1\n"
                                "  Thread 2 \"main\"\n    | a 0..9000 |\n    | x 1000..3000 |\n"
                                "  Task \"fetch\"\n    | fetch 5..7 |\n    ! found 6 !\n"
                                "flow \"main\" 1500 -> \"main\" 8000\n"));
        QCOMPARE(result.skipped, (QStringList{QStringLiteral("1 events of the unknown phase q: skipped"),
                                              QStringLiteral("1 events of phase b have no id: skipped")}));
    }
};

QTEST_APPLESS_MAIN(TestTrackEvent)
#include "tst_track_event.moc"
