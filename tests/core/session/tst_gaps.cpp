// SPDX-License-Identifier: MIT
// Recordings of which a part is missing, or that stand one behind the other.
#include "core/foreign/track_event_reader.h"
#include "core/session/packet_splitter.h"
#include "core/session/perfetto_reader.h"
#include "core/session/recording_stream.h"
#include "random_recording.h"
#include "tests/core/foreign/read_trace.h"

#include <QTest>

using namespace loopscope;

namespace {

/// In blocks of some events each, as a recording is written while it is made.
QByteArray written(const std::vector<Record> &records)
{
    RecordingStream stream({});
    std::string bytes;
    const auto flush = [&] {
        bytes += stream.bytes();
        stream.clear();
    };
    for (size_t i = 0; i < records.size(); ++i) {
        stream.append(records[i]);
        if (i % 100 == 99)
            flush();
    }
    stream.end();
    flush();
    return QByteArray::fromStdString(bytes);
}

std::vector<QByteArrayView> packetsOf(const QByteArray &file)
{
    std::vector<QByteArrayView> packets;
    PacketSplitter splitter(file);
    while (splitter.next() == PacketSplitter::State::Packet)
        packets.push_back(QByteArrayView(file).sliced(splitter.offset(), splitter.nextOffset() - splitter.offset()));
    return packets;
}

struct Found
{
    size_t events = 0;
    QStringList warnings;
};

Found found(const QByteArray &file)
{
    Found result;
    PerfettoReader reader([&](const Record &) { ++result.events; });
    reader.feed(file);
    if (const auto warnings = reader.finish()) {
        for (const Problem &warning : *warnings)
            result.warnings += message(warning);
    }
    return result;
}

} // namespace

class TestGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlockThatIsMissingIsSaid()
    {
        const auto records = likelyRecording(11, 400);
        const QByteArray file = written(records);
        const std::vector<QByteArrayView> packets = packetsOf(file);
        QVERIFY(packets.size() > 20);
        QVERIFY(found(file).warnings.isEmpty());
        for (const size_t gap : {size_t(10), packets.size() / 2, packets.size() - 2}) {
            QByteArray rest;
            for (size_t i = 0; i < packets.size(); ++i) {
                if (i != gap)
                    rest.append(packets[i]);
            }
            const Found gapped = found(rest);
            QVERIFY(gapped.events < records.size());
            QCOMPARE(gapped.warnings,
                     QStringList(QStringLiteral("packets are missing in this file: it tells of %1 events, %2 were "
                                                "read, and times behind the gap may be early")
                                     .arg(records.size())
                                     .arg(gapped.events)));
        }
    }

    void ofRecordingsOneBehindTheOtherTheFirstIsReadAndTheRestIsSaid()
    {
        const auto records = likelyRecording(12, 100);
        const QByteArray file = written(records);
        for (const qsizetype piece : {qsizetype(1) << 20, qsizetype(1000)}) {
            size_t events = 0;
            PerfettoReader reader([&](const Record &) { ++events; });
            const QByteArray both = file + written(likelyRecording(13, 50));
            for (qsizetype at = 0; at < both.size(); at += piece)
                reader.feed(QByteArrayView(both).sliced(at, std::min(piece, both.size() - at)));
            const auto warnings = reader.finish();
            QCOMPARE(events, records.size());
            QVERIFY(warnings && warnings->size() == 1);
            QCOMPARE(message(warnings->front()),
                     QStringLiteral("another recording begins at byte %1 of this file: only the first was read, "
                                    "%2 events")
                         .arg(file.size())
                         .arg(records.size()));
        }
    }

    void behindADamagedPlaceOthersFindTheTracksThatAreInUse()
    {
        Event event;
        PerfettoWriter writer({});
        const auto say = [&](EventKind kind, quint32 task, const QByteArray &payload = {}) {
            event.id.value++;
            event.kind = kind;
            event.run = RunId{1};
            event.task = TaskId{task};
            event.payload = payload.isNull() ? PayloadId() : PayloadId{event.id.value};
            writer.append({event, payload});
        };
        say(EventKind::RunBegin, 0, R"({"run":"busy","main":"m","clock":"real"})");
        say(EventKind::Created, 1, R"({"task":"Task-1","coro":"worker"})");
        const QByteArray sleep = R"({"on":"sleep"})";
        std::string bytes;
        while (bytes.size() < (17 << 20)) {
            if (event.id.value % 1000 == 0) {
                bytes += writer.bytes();
                writer.clear();
            }
            say(EventKind::Ready, 1);
            say(EventKind::Resumed, 1);
            say(EventKind::Suspended, 1, sleep);
        }
        const QByteArray file = QByteArray::fromStdString(bytes);
        qsizetype restart = 0;
        for (const QByteArrayView packet : packetsOf(file)) {
            PacketFields fields;
            PacketSplitter splitter(packet);
            QVERIFY(splitter.next() == PacketSplitter::State::Packet && readFields(splitter.packet(), fields));
            if (fields.isCleared)
                restart = packet.data() - file.data();
        }
        QVERIFY(restart > 16 << 20);
        const Read read = readWith<TrackEventReader>(file.sliced(restart));
        QVERIFY(read.isTrace);
        QVERIFY2(read.tracks.contains("Task-1 worker"), qPrintable(read.tracks.left(500)));
        QVERIFY2(read.tracks.contains("run busy"), qPrintable(read.tracks.left(500)));
    }
};

QTEST_APPLESS_MAIN(TestGaps)
#include "tst_gaps.moc"
