// SPDX-License-Identifier: MIT
// What becomes of a recording when its program, its disk or its bytes fail.
#include "core/session/packet_splitter.h"
#include "core/session/read_recording.h"
#include "core/session/recording_file.h"
#include "random_recording.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

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

/// Takes what is read, and knows what it should be.
class Expected
{
public:
    explicit Expected(const std::vector<Record> &records) : m_records(records) {}

    void take(const Record &record)
    {
        const bool isKnown = count < m_records.size();
        isRight &= isKnown && record.event == m_records[count].event && record.text == m_records[count].text;
        ++count;
    }
    [[nodiscard]] RecordSink sink()
    {
        return [this](const Record &record) { take(record); };
    }

    size_t count = 0;
    bool isRight = true;

private:
    const std::vector<Record> &m_records;
};

/// Where each packet of the file ends, and how many events there are up to there.
std::vector<std::pair<qsizetype, size_t>> packetEnds(const QByteArray &file, const std::vector<Record> &records)
{
    std::vector<std::pair<qsizetype, size_t>> ends;
    Expected expected(records);
    PerfettoReader reader(expected.sink());
    PacketSplitter splitter(file);
    while (splitter.next() == PacketSplitter::State::Packet) {
        reader.feed(QByteArrayView(file).sliced(splitter.offset(), splitter.nextOffset() - splitter.offset()));
        ends.push_back({splitter.nextOffset(), expected.count});
    }
    return ends;
}

/// Records for ever.
[[noreturn]] void recordUntilKilled(const QString &path, const std::vector<Record> &records)
{
    Channel channel;
    auto file = RecordingFile::create(path, {}, channel.reader(), IfExists::Replace);
    for (const Record &record : records)
        channel.append(record);
    for (;;)
        pause();
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledProgramLeavesWhatItHadWritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.pftrace"));
        const auto records = likelyRecording(1, 1000);
        const qint64 size = packed(records).size();
        QRandomGenerator random(1);
        int cutShort = 0;
        for (int round = 0; round < 200; ++round) {
            const QString part = path + QStringLiteral(".part");
            QFile::remove(part);
            const pid_t child = fork();
            if (child == 0)
                recordUntilKilled(path, records);
            const qint64 moment = random.bounded(size * 9 / 10);
            while (QFileInfo(part).size() < moment) {
            }
            ::kill(child, SIGKILL);
            waitpid(child, nullptr, 0);

            Expected expected(records);
            const auto warnings = readRecording(part, {{}, expected.sink()});
            if (!warnings) { // killed before its first packet
                QVERIFY2(QFileInfo(part).size() < 1000, qPrintable(line(warnings.error())));
                continue;
            }
            QVERIFY(expected.isRight);
            QCOMPARE(warnings->size(), size_t(1));
            QVERIFY(message(warnings->front()).startsWith(QStringLiteral("this file ends early: ")));
            cutShort += expected.count > 0 && expected.count < records.size() ? 1 : 0;
        }
        QVERIFY2(cutShort > 50, qPrintable(QString::number(cutShort)));
    }

    void truncatedAtAnyByteOfItsFirstAndLast64KiBItHoldsEveryWholePacket()
    {
        constexpr qsizetype edge = 1 << 16;
        const auto records = likelyRecording(2, 6000);
        const QByteArray file = packed(records);
        QVERIFY2(file.size() > 2 * edge, qPrintable(QString::number(file.size())));
        const auto ends = packetEnds(file, records);
        Expected expected(records);
        PerfettoReader reader(expected.sink());
        auto next = ends.begin();
        size_t events = 0;
        for (qsizetype size = 0; size < file.size(); ++size) {
            if (size == edge) { // what lies between is read in one go
                reader.feed(QByteArrayView(file).sliced(size, file.size() - edge - size));
                size = file.size() - edge;
            }
            for (; next != ends.end() && next->first <= size; ++next)
                events = next->second;
            PerfettoReader cut = reader; // a reader of a file that ends here
            const auto warnings = cut.finish();
            QCOMPARE(warnings.has_value(), size >= ends.front().first);
            if (warnings)
                QCOMPARE(warnings->size(), size_t(1));
            QCOMPARE(expected.count, events);
            reader.feed(QByteArrayView(file).sliced(size, 1));
        }
        QVERIFY(expected.isRight);
        QCOMPARE(expected.count, records.size());
        QVERIFY(reader.finish()->empty());
    }

    void tenThousandCorruptionsLoseNothingBeforeThem()
    {
        const auto records = likelyRecording(3, 40);
        const QByteArray file = packed(records);
        const auto ends = packetEnds(file, records);
        QRandomGenerator random(3);
        int damaged = 0;
        for (int round = 0; round < 10'000; ++round) {
            QByteArray broken = file;
            const qsizetype at = qsizetype(random.bounded(quint32(file.size())));
            for (qsizetype i = at; i < std::min<qsizetype>(at + 1 + random.bounded(8), file.size()); ++i)
                broken[i] = char(random.bounded(256));
            std::vector<Event> found;
            PerfettoReader reader([&found](const Record &record) { found.push_back(record.event); });
            reader.feed(broken);
            const auto warnings = reader.finish();
            damaged += warnings && !warnings->empty() ? 1 : 0;
            size_t before = 0;
            for (const auto &[end, count] : ends)
                before = end <= at ? count : before;
            QVERIFY(found.size() >= before);
            QVERIFY(found.size() <= records.size() * 2);
            for (size_t i = 0; i < before; ++i)
                QVERIFY(found[i] == records[i].event);
        }
        QVERIFY2(damaged > 5'000, qPrintable(QString::number(damaged)));
    }

    void theFileIsReadInPiecesAsItIsInOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.pftrace"));
        const auto records = likelyRecording(4, 20'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(packed(records));
        file.close();
        Expected expected(records);
        ReadProgress progress;
        const auto warnings = readRecording(path, {{}, expected.sink()}, &progress);
        QVERIFY(warnings && warnings->empty());
        QVERIFY(expected.isRight);
        QCOMPARE(expected.count, records.size());
        QCOMPARE(progress.bytesRead.load(), QFileInfo(path).size());
        QCOMPARE(progress.bytesInAll.load(), QFileInfo(path).size());

        size_t count = 0;
        const RecordSink cancelling = [&](const Record &) {
            ++count;
            progress.isCancelled = true; // the rest of its piece comes still
        };
        QVERIFY(readRecording(path, {{}, cancelling}, &progress));
        QVERIFY(count >= 1 && count < records.size());
    }
};

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
