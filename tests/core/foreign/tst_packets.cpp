// SPDX-License-Identifier: MIT
#include "perfetto_trace.h"

#include <QTest>

#include <zstd.h>

using namespace loopscope;
using protozero::pbf_writer;

namespace {

constexpr quint32 instant = 3;

QByteArray packetOf(quint32 field, const QByteArray &content)
{
    PerfettoTrace trace;
    trace.packet([&](pbf_writer &packet) { packet.add_bytes(field, content.toStdString()); });
    return trace.bytes();
}

QByteArray zstandard(const QByteArray &bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    out.truncate(
        qsizetype(ZSTD_compress(out.data(), size_t(out.size()), bytes.data(), size_t(bytes.size()), 3)));
    return out;
}

} // namespace

class TestPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compressedPacketsAreRead()
    {
        const QByteArray plain = twoSlices().bytes();
        const QByteArray deflated = qCompress(plain).mid(4);
        QCOMPARE(read(packetOf(50, deflated)).tracks, twoSlicesText);
        QCOMPARE(read(packetOf(133, zstandard(plain))).tracks, twoSlicesText);
        QCOMPARE(read(packetOf(133, zstandard(packetOf(50, deflated)))).tracks, twoSlicesText);
    }

    void manySmallBombsAreRefusedAsOneLargeOneIs()
    {
        // Each gives 30 MiB of packets with nothing in them, out of a few KiB.
        const QByteArray bomb = packetOf(133, zstandard(QByteArray("\x0a\x00", 2).repeated(15 << 20)));
        QVERIFY2(bomb.size() < 20'000, qPrintable(QString::number(bomb.size())));
        const Read refused = read(twoSlices().bytes() + bomb + bomb + bomb + bomb);
        QCOMPARE(refused.tracks, twoSlicesText);
        QCOMPARE(refused.skipped.join(u' ').count(QStringLiteral("refused")), 2);
        QVERIFY2(!refused.skipped.join(u' ').contains(QStringLiteral("damaged")),
                 qPrintable(refused.skipped.join(u' ')));
    }

    void aCompressedPacketThatIsCutShortIsDamagedWithin()
    {
        QByteArray plain = twoSlices().bytes();
        const QByteArray whole = zstandard(plain), deflated = qCompress(plain).mid(4);
        for (const auto &[field, bytes] : {std::pair{133U, whole}, std::pair{50U, deflated}}) {
            const Read cut = read(twoSlices().bytes() + packetOf(field, bytes.first(bytes.size() - 2)));
            QVERIFY2(cut.skipped.join(u' ').contains(QStringLiteral("damaged within")),
                     qPrintable(cut.skipped.join(u' ')));
        }
    }

    void onceItIsCancelledNoPacketIsLookedAt()
    {
        TrackStore store;
        SkipCounter skips;
        TrackEventReader reader(store, skips);
        const std::atomic<bool> isCancelled = true;
        reader.setCancelling(&isCancelled);
        reader.feed(twoSlices().bytes());
        QVERIFY(!reader.finish());
        QVERIFY(store.isEmpty());
    }

    void anInternedMegabyteIsNotCopiedForEachOfAMillionUses()
    {
        PerfettoTrace trace;
        trace.start().track(7, "t");
        trace.packet([](pbf_writer &packet) {
            pbf_writer interned(packet, 12);
            pbf_writer text(interned, 29);
            text.add_uint64(1, 1);
            text.add_bytes(2, std::string(1 << 20, 'x'));
        });
        trace.event(10, instant, 7, [](pbf_writer &event) {
            for (int i = 0; i < 100'000; ++i) { // 100 GB, if each were quoted
                pbf_writer annotation(event, 4);
                annotation.add_string(10, "a");
                annotation.add_uint64(17, 1);
            }
        });
        const Read shown = read(trace.bytes());
        QVERIFY(shown.isTrace);
        QVERIFY2(shown.skipped.join(u' ').contains("times an interned text was shortened among arguments"),
                 qPrintable(shown.skipped.join(u' ')));
    }

    void manyEventsOfFewBytesThatNameLongTextsTakeNoHours()
    {
        PerfettoTrace trace;
        trace.start().track(7, "t");
        trace.packet([](pbf_writer &packet) {
            pbf_writer interned(packet, 12);
            pbf_writer text(interned, 29);
            text.add_uint64(1, 1);
            text.add_bytes(2, std::string(1 << 16, 'x'));
        });
        for (int i = 0; i < 2'000; ++i) { // 1.3 GB, if each were quoted
            trace.event(10, instant, 7, [](pbf_writer &event) {
                for (int n = 0; n < 10; ++n) {
                    pbf_writer annotation(event, 4);
                    annotation.add_string(10, "a");
                    annotation.add_uint64(17, 1);
                }
            });
        }
        const Read shown = read(trace.bytes());
        QVERIFY(shown.isTrace);
        QCOMPARE(shown.skipped, QStringList("18976 times an interned text was shortened among arguments"));
    }

    void countersAreToldApartByAllOfTheirNamesAndShownByTheBeginning()
    {
        PerfettoTrace trace;
        trace.start();
        const std::string longName(5000, 'n');
        for (const char *series : {"a", "b"})
            trace.event(10, 0, 0, [&](pbf_writer &event) {
                event.add_string(23, longName);
                {
                    pbf_writer annotation(event, 4);
                    annotation.add_string(10, std::string(1000, 's') + series);
                    annotation.add_int64(4, 1);
                }
                pbf_writer legacy(event, 6);
                legacy.add_int32(2, 'C');
                legacy.add_int32(18, 5);
            });
        const Read counters = read(trace.bytes());
        QCOMPARE(counters.tracks.count(QString(200, u'n') + u' ' + QString(200, u's')), 2);
        QVERIFY(!counters.tracks.contains(QString(201, u'n')));
    }

    void arrowsBetweenOldTasksAreKept()
    {
        const auto bound = [](quint64 task, quint64 id, qint32 direction) {
            return [=](pbf_writer &legacy) {
                legacy.add_uint64(6, task);
                legacy.add_uint64(8, id);
                legacy.add_int32(13, direction);
                legacy.add_int32(18, 5);
                legacy.add_int32(19, 5);
            };
        };
        PerfettoTrace trace;
        trace.start();
        trace.legacy(10, 'b', "from", bound(77, 1, 2)).legacy(20, 'b', "to", bound(78, 1, 1));
        trace.legacy(30, 'e', "from", bound(77, 0, 0)).legacy(40, 'e', "to", bound(78, 0, 0));
        TrackStore store;
        SkipCounter skips;
        TrackEventReader reader(store, skips);
        reader.feed(trace.bytes());
        QVERIFY(reader.finish());
        QCOMPARE(store.finish().looseFlows, quint64(0));
        QCOMPARE(store.counts().flows, quint64(1));
    }

    void clocksAtTheEndOfTimeOverflowNothing()
    {
        PerfettoTrace trace;
        constexpr quint64 far = quint64(1) << 62;
        const auto snapshot = [&](std::initializer_list<std::pair<quint32, quint64>> clocks) {
            trace.packet([&](pbf_writer &packet) {
                pbf_writer all(packet, 6);
                for (const auto &[id, ticks] : clocks) {
                    pbf_writer clock(all, 1);
                    clock.add_uint32(1, id);
                    clock.add_uint64(2, ticks);
                }
            });
        };
        snapshot({{6, far}, {10, 0}});
        snapshot({{10, far}, {11, 0}});
        snapshot({{11, far}, {12, 0}});
        trace.packet([](pbf_writer &packet) {
            packet.add_uint64(8, far);
            packet.add_uint32(58, 12);
            pbf_writer event(packet, 11);
            event.add_uint32(9, instant);
        });
        QVERIFY(read(trace.bytes()).isTrace); // and the sanitizer says nothing
    }

    void bombsAndNestedCompressionAreRefusedByName()
    {
        const QByteArray bomb = packetOf(133, zstandard(QByteArray(PerfettoPackets::largest + 1, '\0')));
        const Read refused = read(twoSlices().bytes() + bomb);
        QCOMPARE(refused.tracks, twoSlicesText);
        QVERIFY2(refused.skipped.join(u' ').contains(QStringLiteral("refused")),
                 qPrintable(refused.skipped.join(u' ')));

        QByteArray nested = twoSlices().bytes();
        for (int i = 0; i < 4; ++i)
            nested = packetOf(133, zstandard(nested));
        QCOMPARE(read(nested).skipped,
                 QStringList{QStringLiteral("1 compressed packets lie too deep in others: skipped")});
    }

    void everyTruncationAndEveryPieceIsRead()
    {
        const QByteArray bytes = twoSlices().bytes();
        for (const qsizetype piece : {1, 3})
            QCOMPARE(read(bytes, piece).tracks, twoSlicesText);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(read(bytes.first(size)).skipped.size() <= 1);
        QCOMPARE(read(bytes.first(bytes.size() - 1)).skipped,
                 QStringList{QStringLiteral("the trace ends within a packet: read up to there")});
    }

    void damageIsReadUpToThere()
    {
        const Read result = read(twoSlices().bytes() + "this is no packet");
        QCOMPARE(result.tracks, twoSlicesText);
        QCOMPARE(result.skipped,
                 QStringList{QStringLiteral("the trace is damaged at byte %1: read up to there")
                                 .arg(twoSlices().bytes().size())});
        QVERIFY(!read("this is no trace").isTrace);
        QVERIFY(!read(QByteArray("\n\xff\xff\xff\xff\xff\xff\xff\x7f", 9)).isTrace);
    }

    void packetsThatBuildOnWhatIsMissingAreCounted()
    {
        PerfettoTrace trace;
        const auto needing = [&](quint32 dropped) {
            trace.packet([&](pbf_writer &packet) {
                packet.add_uint64(8, 1);
                packet.add_uint32(13, 2);
                packet.add_uint32(42, dropped);
                pbf_writer event(packet, 11);
                event.add_uint32(9, instant);
            });
        };
        needing(0);
        trace.start();
        needing(0);
        needing(1);
        const Read result = read(trace.bytes());
        QCOMPARE(result.tracks, QStringLiteral("Other \"global\"\n  !  1 !\n"));
        QCOMPARE(result.skipped,
                 (QStringList{QStringLiteral("2 packets were skipped: what they build on is missing"),
                              QStringLiteral("at 1 places the trace itself lost packets")}));
    }

    void deltasCountFromTheSnapshotAndClocksAreRelated()
    {
        PerfettoTrace trace;
        trace.packet([](pbf_writer &packet) {
            packet.add_uint32(13, 1);
            pbf_writer snapshot(packet, 6);
            const auto add = [&](quint32 id, quint64 ticks, bool isIncremental, quint64 unit) {
                pbf_writer clock(snapshot, 1);
                clock.add_uint32(1, id);
                clock.add_uint64(2, ticks);
                clock.add_bool(3, isIncremental);
                clock.add_uint64(4, unit);
            };
            add(6, 5000, false, 1);
            add(3, 1000, false, 1);
            add(64, 0, true, 1);
            add(65, 0, false, 1000);
        });
        const auto at = [&](quint32 clock, quint64 ticks) {
            trace.packet([&](pbf_writer &packet) {
                packet.add_uint64(8, ticks);
                packet.add_uint32(58, clock);
                pbf_writer event(packet, 11);
                event.add_uint32(9, instant);
                event.add_string(23, "c" + std::to_string(clock));
            });
        };
        at(64, 10);
        at(64, 10);
        at(65, 1);
        at(3, 1007);
        at(6, 4000);
        at(77, 1);
        const Read result = read(trace.bytes());
        QCOMPARE(result.tracks,
                 QStringLiteral("Other \"global\"\n"
                                "  ! c77 1 ! c6 4000 ! c3 5007 ! c64 5010 ! c64 5020 ! c65 6000 !\n"));
        QCOMPARE(result.skipped, QStringList{QStringLiteral(
                                     "1 times are of the clock 77, which nothing relates to the trace's: "
                                     "taken as they are")});
    }
};

QTEST_APPLESS_MAIN(TestPackets)
#include "tst_packets.moc"
