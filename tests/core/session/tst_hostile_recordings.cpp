// SPDX-License-Identifier: MIT
// Recordings that are made to take more memory than there is.
#include "core/session/read_recording.h"
#include "core/session/recording_stream.h"
#include "core/session/wire_format.h"
#include "random_recording.h"

#include <QTemporaryDir>
#include <QTest>

#include <protozero/pbf_builder.hpp>

using namespace loopscope;

namespace {

QByteArray packed(const std::vector<Record> &records)
{
    RecordingStream stream({});
    for (const Record &record : records)
        stream.append(record);
    stream.end();
    return QByteArray::fromStdString(stream.bytes());
}

/// One packet that holds all these, compressed as well as can be.
QByteArray compressed(const std::string &packets)
{
    const std::string best = qCompress(QByteArray::fromStdString(packets), 9).mid(4).toStdString();
    std::string packet, file;
    protozero::pbf_builder<wire::Packet>(packet).add_bytes(wire::Packet::Compressed, best);
    protozero::pbf_builder<wire::Trace>(file).add_message(wire::Trace::Packet, packet);
    return QByteArray::fromStdString(file);
}

/// Packets with nothing in them, of two bytes each.
std::string emptyPackets(size_t count)
{
    std::string packets;
    packets.reserve(2 * count);
    for (size_t i = 0; i < count; ++i)
        packets.append("\x0a\x00", 2);
    return packets;
}

/// More than a block keeps.
constexpr size_t tooMany = 300'000;

/// What this process has had in memory at most, in bytes.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
}

} // namespace

class TestHostileRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void millionsOfPacketsInAFewBytesTakeNoMoreMemoryThanAnyOthers()
    {
        const auto records = likelyRecording(5, 300);
        const QByteArray file = packed(records);
        const QByteArray bomb = compressed(emptyPackets(4'000'000)); // a gigabyte, if each were kept
        QVERIFY2(bomb.size() < 100'000, qPrintable(QString::number(bomb.size())));
        QTemporaryDir folder;
        QFile out(folder.filePath(QStringLiteral("bomb.pftrace")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file + bomb);
        out.close();

        const qint64 before = peakMemory();
        size_t count = 0;
        const auto warnings = readRecording(out.fileName(), {{}, [&](const Record &) { ++count; }});
        QVERIFY(warnings);
        QCOMPARE(count, records.size());
        const qint64 grown = (peakMemory() - before) >> 20;
        QVERIFY2(grown < 400, qPrintable(QStringLiteral("%1 MiB").arg(grown)));
    }

    void whatGoesBeyondAnyUsualBlockIsReadInOrderAllTheSame()
    {
        // Plain bytes of a recording, with more than a block keeps around and between them.
        const QByteArray bomb = compressed(emptyPackets(tooMany));
        const auto records = likelyRecording(6, 3000);
        const QByteArray file = packed(records);
        std::vector<Event> found;
        PerfettoReader reader([&](const Record &record) { found.push_back(record.event); });
        PacketSplitter splitter(file);
        QVERIFY(splitter.next() == PacketSplitter::State::Packet);
        const qsizetype head = splitter.nextOffset();
        reader.feed(file.first(head) + bomb + file.sliced(head));
        QVERIFY(reader.finish() && reader.finish()->empty());
        QCOMPARE(found.size(), records.size());
        for (size_t i = 0; i < found.size(); ++i)
            QVERIFY(found[i] == records[i].event);
    }

    void manyBlocksThatEachUnpackToAsMuchAsTheyMayAreRefusedTogether()
    {
        const auto records = likelyRecording(7, 300);
        const QByteArray file = packed(records);
        std::string large;
        protozero::pbf_writer(large).add_bytes(900, std::string(15 << 20, 'x')); // of a kind that nobody reads
        std::string packets;
        protozero::pbf_builder<wire::Trace>(packets).add_message(wire::Trace::Packet, large);
        const QByteArray bomb = compressed(packets);
        QTemporaryDir folder;
        QFile out(folder.filePath(QStringLiteral("bombs.pftrace")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file + bomb.repeated(10));
        out.close();
        for (const bool inPieces : {true, false}) {
            size_t count = 0;
            PerfettoReader reader([&](const Record &) { ++count; });
            if (inPieces) {
                reader.feed(file);
                for (int i = 0; i < 10; ++i)
                    reader.feed(bomb);
            }
            const auto warnings = inPieces ? reader.finish()
                                           : readRecording(out.fileName(), {{}, [&](const Record &) { ++count; }});
            QVERIFY(warnings && warnings->size() == 1);
            QVERIFY2(message(warnings->front()).contains("unpacks to more than it may"),
                     qPrintable(message(warnings->front())));
            QCOMPARE(count, records.size());
        }
    }

    void damageBehindIsFoundAtItsPlace()
    {
        const QByteArray head = packed({});
        const QByteArray bomb = compressed(emptyPackets(tooMany));
        const QByteArray broken = compressed("no packets");
        PerfettoReader reader([](const Record &) {});
        reader.feed(head + bomb + broken);
        const auto warnings = reader.finish();
        QVERIFY(warnings && warnings->size() == 1);
        QCOMPARE(message(warnings->front()), QStringLiteral("this file is damaged at byte %1: 0 events were read")
                                                 .arg(head.size() + bomb.size()));
    }

    void aPacketThatClaimsToBeEndlessIsDamageAtOnce()
    {
        const QByteArray head = packed({});
        PerfettoReader reader([](const Record &) {});
        reader.feed(head + QByteArray("\x0a\x80\x80\x80\x80\x80\x20", 7)); // 2^40 bytes
        QVERIFY(reader.isOver());
        const auto warnings = reader.finish();
        QVERIFY(warnings && warnings->size() == 1);
        QCOMPARE(message(warnings->front()),
                 QStringLiteral("this file is damaged at byte %1: 0 events were read").arg(head.size()));
    }
};

QTEST_APPLESS_MAIN(TestHostileRecordings)
#include "tst_hostile_recordings.moc"
