// SPDX-License-Identifier: MIT
#include "core/session/perfetto_reader.h"
#include "core/session/perfetto_writer.h"
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

Result<LoadedRecording> read(QByteArrayView bytes)
{
    PerfettoReader reader;
    reader.feed(bytes);
    return reader.finish(QStringLiteral("x.pftrace"));
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
        const auto content = reader.read(splitter.packet());
        events += content && content->record ? 1 : 0;
        all.push_back({splitter.packet().data() + splitter.packet().size() - file.data(), events});
    }
    return all;
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
            PerfettoReader reader;
            for (qsizetype at = 0; at < file.size(); at += piece)
                reader.feed(QByteArrayView(file).sliced(at, std::min(piece, file.size() - at)));
            const auto recording = reader.finish();
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
        QCOMPARE(file.mid(2, 5), QByteArray("\xea\x54\x02\x38\x01")); // our message: format 1
        file[6] = 2;
        QCOMPARE(problemOf(file),
                 QStringLiteral("x.pftrace: this recording was made by a newer Loopscope (format 2)"));
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
