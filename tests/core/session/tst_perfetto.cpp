// SPDX-License-Identifier: MIT
#include "core/session/deflate.h"
#include "core/session/packet_splitter.h"
#include "core/session/read_recording.h"
#include "core/session/recording_stream.h"
#include "random_recording.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray written(const std::vector<Record> &records, const RecordingInfo &info = {})
{
    PerfettoWriter writer(info);
    for (const Record &record : records)
        writer.append(record);
    writer.end();
    return QByteArray::fromStdString(writer.bytes());
}

Result<LoadedRecording> read(QByteArrayView bytes, qsizetype piece = 1 << 20)
{
    LoadedRecording recording;
    PerfettoReader reader([&recording](const Record &record) { recording.store.append(record); });
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    auto warnings = reader.finish(QStringLiteral("x.pftrace"));
    if (!warnings)
        return failure(warnings.error());
    recording.info = reader.info();
    recording.warnings = std::move(*warnings);
    return recording;
}

/// Empty when `store` holds exactly the first `count` records; else what differs first.
QString difference(const Store &store, const std::vector<Record> &records, size_t count)
{
    if (size_t(store.eventCount()) != count)
        return QStringLiteral("%1 events instead of %2").arg(store.eventCount()).arg(count);
    for (size_t i = 0; i < count; ++i) {
        const Event &expected = records[i].event;
        if (store.event(expected.id) != expected)
            return QStringLiteral("event %1 differs").arg(expected.id.value);
        if (!records[i].text.isNull() && store.payload(expected.payload) != records[i].text)
            return QStringLiteral("payload of event %1 differs").arg(expected.id.value);
    }
    return {};
}

/// How many events lie before each packet's end.
std::vector<std::pair<qsizetype, size_t>> cuts(const QByteArray &file)
{
    std::vector<std::pair<qsizetype, size_t>> all;
    PacketSplitter splitter(file);
    PacketReader reader;
    size_t events = 0;
    while (splitter.next() == PacketSplitter::State::Packet) {
        const qsizetype size = splitter.nextOffset() - splitter.offset();
        const PacketBlock block(QByteArrayView(file).sliced(splitter.offset(), size), 0);
        UnpackingBudget budget;
        block.visit(
            budget,
            [&](const PlainPacket &plain) {
                events += reader.read(plain) ? 1 : 0;
                return true;
            },
            [&](const PacketFields &fields, qsizetype) {
                const auto content = reader.read(fields);
                events += content && content->record ? 1 : 0;
                return true;
            });
        all.push_back({splitter.packet().data() + splitter.packet().size() - file.data(), events});
    }
    return all;
}

QByteArray packed(const std::vector<Record> &records)
{
    RecordingStream stream({});
    for (const Record &record : records)
        stream.append(record);
    stream.end();
    return QByteArray::fromStdString(stream.bytes());
}

QString problemOf(QByteArrayView bytes)
{
    const auto recording = read(bytes);
    return recording ? QString() : line(recording.error());
}

} // namespace

class TestPerfetto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackExactly_data()
    {
        QTest::addColumn<bool>("wild");
        for (int seed = 0; seed < 20; ++seed) {
            QTest::addRow("likely %d", seed) << false;
            QTest::addRow("wild %d", seed) << true;
        }
    }

    void whatIsWrittenIsReadBackExactly()
    {
        QFETCH(bool, wild);
        const quint32 seed = qHash(QByteArrayView(QTest::currentDataTag()));
        const auto records = wild ? wildRecording(seed, 1000) : likelyRecording(seed, 100);
        const auto recording = read(written(records));
        QVERIFY(recording);
        QVERIFY(recording->warnings.empty());
        QCOMPARE(difference(recording->store, records, records.size()), QString());
    }

    void whatIsCompressedIsReadBackExactly()
    {
        for (quint32 seed = 1; seed <= 4; ++seed) {
            const auto records = seed % 2 ? wildRecording(seed, 3000) : likelyRecording(seed, 3000);
            const QByteArray file = packed(records);
            QVERIFY(file.size() < written(records).size() * 2 / 3);
            const auto recording = read(file, 1000);
            QVERIFY(recording);
            QVERIFY(recording->warnings.empty());
            QCOMPARE(difference(recording->store, records, records.size()), QString());
        }
    }

    void aBlockThatUnpacksToTooMuchOrToNothingGoodIsDamageAtItsPlace()
    {
        const QByteArray head = written({});
        const auto warningOf = [&head](const std::string &block) {
            std::string packet, file(head.data(), size_t(head.size()));
            protozero::pbf_builder<wire::Packet>(packet).add_bytes(wire::Packet::Compressed, block);
            protozero::pbf_builder<wire::Trace>(file).add_message(wire::Trace::Packet, packet);
            const auto recording = read({file.data(), qsizetype(file.size())});
            return recording ? message(recording->warnings.at(0)) : QString();
        };
        const QString at = QString::number(head.size());
        const QString damaged = QStringLiteral("this file is damaged at byte %1: 0 events were read").arg(at);
        QCOMPARE(warningOf("no zlib"), damaged);
        QCOMPARE(warningOf(deflated("no packets")), damaged);
        QCOMPARE(warningOf(deflated(std::string("\x0a\x05\x50", 3))), damaged); // cut short inside
        QCOMPARE(warningOf(deflated(head.toStdString()).substr(0, 40)), damaged);
        const std::string bomb = deflated(std::string(size_t(PacketBlock::mostUnpacked) + 1, '\0'));
        QVERIFY(bomb.size() < 100'000);
        QCOMPARE(warningOf(bomb), QStringLiteral("this file holds a block that unpacks to more than it may, "
                                                 "at byte %1: 0 events were read").arg(at));
        std::string twice;
        protozero::pbf_builder<wire::Packet>(twice).add_bytes(wire::Packet::Compressed, deflated(""));
        std::string trace;
        protozero::pbf_builder<wire::Trace>(trace).add_message(wire::Trace::Packet, twice);
        QCOMPARE(warningOf(deflated(trace)), damaged);
    }

    void whatAFormerVersionWroteIsRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"format_1", "format_2"})
            QTest::newRow(name) << QStringLiteral(RECORDINGS "/%1.pftrace").arg(QLatin1String(name));
    }
    void whatAFormerVersionWroteIsRead()
    {
        QFETCH(QString, file);
        const auto recording = readRecording(file);
        QVERIFY2(recording, recording ? "" : qPrintable(line(recording.error())));
        QVERIFY(recording->warnings.empty());
        QCOMPARE(recording->info.planName, QStringLiteral("tutorial"));
        QCOMPARE(recording->store.runs().size(), size_t(3));
        QCOMPARE(recording->store.runs().back().outcome, QStringLiteral("result"));
    }

    void metadataIsReadBack()
    {
        RecordingInfo info = infoOfThisMachine();
        info.planText = QByteArray("{\"x\":1}\n").repeated(1000);
        QCOMPARE(read(written({}, info))->info, info);
    }

    void aFileCutBehindAnyPacketHoldsExactlyTheEventsBefore()
    {
        const auto records = likelyRecording(3, 12);
        const QByteArray file = written(records);
        const auto all = cuts(file);
        QVERIFY(all.size() > records.size());
        QCOMPARE(all.back().second, records.size());
        for (const auto &[size, events] : all) {
            const auto recording = read(QByteArrayView(file).first(size));
            QVERIFY(recording);
            QCOMPARE(difference(recording->store, records, events), QString());
            QCOMPARE(recording->warnings.empty(), size == file.size());
        }
    }

    void everyTruncationIsReadUpToItsLastWholePacketWithAWarning()
    {
        const auto records = likelyRecording(4, 4);
        const QByteArray file = written(records);
        auto cut = cuts(file);
        for (qsizetype size = cut.front().first; size < file.size(); ++size) {
            size_t events = 0;
            for (const auto &[end, count] : cut)
                events = end <= size ? count : events;
            const auto recording = read(QByteArrayView(file).first(size));
            QVERIFY(recording);
            QCOMPARE(difference(recording->store, records, events), QString());
            QCOMPARE(message(recording->warnings.at(0)),
                     QStringLiteral("this file ends early: %1 events were read").arg(events));
        }
    }

    void bytesMayComeInPiecesCutAnywhere()
    {
        const auto records = wildRecording(5, 300);
        const QByteArray file = written(records);
        for (const qsizetype piece : {1, 7, 1000}) {
            const auto recording = read(file, piece);
            QVERIFY(recording);
            QCOMPARE(difference(recording->store, records, records.size()), QString());
        }
    }

    void corruptionIsSurvivedAndWhatWasBeforeItIsKept()
    {
        QRandomGenerator random(6);
        const auto records = likelyRecording(6, 10);
        const QByteArray file = written(records);
        const auto all = cuts(file);
        for (int round = 0; round < 1000; ++round) {
            QByteArray broken = file;
            const qsizetype at = qsizetype(random.bounded(quint32(file.size())));
            for (qsizetype i = at; i < std::min(at + 1 + random.bounded(4), file.size()); ++i)
                broken[i] = char(random.bounded(256));
            const auto recording = read(broken);
            if (!recording)
                continue;
            QVERIFY(size_t(recording->store.eventCount()) <= records.size() + 8);
            size_t before = 0;
            for (const auto &[end, count] : all)
                before = end <= at ? count : before;
            QVERIFY(size_t(recording->store.eventCount()) >= before);
            for (size_t i = 0; i < before; ++i)
                QCOMPARE(recording->store.event(records[i].event.id), records[i].event);
        }
    }

    void damageInTheMiddleIsNamedWithItsPlace()
    {
        const QByteArray file = written(likelyRecording(7, 5));
        const auto all = cuts(file);
        const auto [end, events] = all[all.size() / 2];
        const auto recording = read(file.first(end) + "this is no packet");
        QVERIFY(recording);
        const auto expected =
            QStringLiteral("x.pftrace: this file is damaged at byte %1: %2 events were read");
        QCOMPARE(line(recording->warnings.at(0)), expected.arg(end).arg(events));
    }

    void whatIsNoRecordingIsRefusedInOneSentence()
    {
        QCOMPARE(problemOf(""), QStringLiteral("x.pftrace: the file is empty"));
        QCOMPARE(problemOf("{\"runs\":[]}"), QStringLiteral("x.pftrace: this is no recording"));
        QCOMPARE(problemOf("\n"), QStringLiteral("x.pftrace: this is no recording"));
        QCOMPARE(problemOf("\n\x7f cut short"), QStringLiteral("x.pftrace: this is no recording"));
        QCOMPARE(problemOf("\n\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
                 QStringLiteral("x.pftrace: this is no recording"));
        QCOMPARE(
            problemOf("\n\x04\x50\x01\x68\x01"), // a packet with a sequence and flags, as any tracer writes
            QStringLiteral("x.pftrace: this is a Perfetto trace, but not one of Loopscope's"));
    }

    void aNewerFormatIsRefusedByName()
    {
        QByteArray file = written({});
        QCOMPARE(file.mid(2, 5), QByteArray("\xea\x54\x02\x38\x02")); // our message: format 2
        file[6] = 3;
        QCOMPARE(problemOf(file),
                 QStringLiteral("x.pftrace: this recording was made by a newer Loopscope (format 3)"));
    }

    void anEventTakesFewBytes()
    {
        const auto records = likelyRecording(8, 2000);
        const qsizetype perEvent = written(records).size() / qsizetype(records.size());
        QVERIFY2(perEvent < 80, qPrintable(QString::number(perEvent)));
    }

    void filesThatAreMissingOrNoFilesAreNamed()
    {
        const auto missing = readRecording(QStringLiteral("/nonexistent/x.pftrace"));
        QVERIFY(!missing);
        QVERIFY(line(missing.error()).startsWith(QStringLiteral("/nonexistent/x.pftrace: cannot be read: ")));
        QCOMPARE(line(readRecording(QStringLiteral("/tmp")).error()),
                 QStringLiteral("/tmp: this is no file"));
    }
};

QTEST_APPLESS_MAIN(TestPerfetto)
#include "tst_perfetto.moc"
