// SPDX-License-Identifier: MIT
#include "core/trace/channel.h"

#include <QTest>

#include <thread>

using namespace loopscope;

namespace {

Record numbered(quint32 number)
{
    Record record;
    record.event.id = EventId{number};
    record.text = QByteArray::number(number);
    return record;
}

QList<quint32> drained(Channel::Reader &reader, qsizetype most = 1 << 30)
{
    QList<quint32> ids;
    reader.drain([&ids](const Record &record) { ids << record.event.id.value; }, most);
    return ids;
}

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderSeesWhatIsAppendedAfterItWasMadeAndNothingTwice()
    {
        Channel channel;
        channel.append(numbered(1));
        Channel::Reader reader = channel.reader();
        channel.append(numbered(2));
        channel.append(numbered(3));
        QCOMPARE(drained(reader), (QList<quint32>{2, 3}));
        QCOMPARE(drained(reader), QList<quint32>{});
    }

    void drainTakesNoMoreThanAsked()
    {
        Channel channel;
        Channel::Reader reader = channel.reader();
        for (quint32 i = 1; i <= 5; ++i)
            channel.append(numbered(i));
        QCOMPARE(drained(reader, 2), (QList<quint32>{1, 2}));
        QCOMPARE(drained(reader, 2), (QList<quint32>{3, 4}));
        QCOMPARE(drained(reader, 2), (QList<quint32>{5}));
    }

    void readersGoAtTheirOwnPaceAcrossChunks()
    {
        Channel channel;
        Channel::Reader fast = channel.reader();
        Channel::Reader slow = channel.reader();
        for (quint32 i = 1; i <= 512; ++i)
            channel.append(numbered(i));
        QCOMPARE(drained(fast).size(), 512);
        channel.append(numbered(513));
        QCOMPARE(drained(fast), (QList<quint32>{513}));
        const QList<quint32> all = drained(slow);
        QCOMPARE(all.size(), 513);
        QCOMPARE(all.last(), 513u);
    }

    void aReaderOutlivesTheChannel()
    {
        auto channel = std::make_unique<Channel>();
        Channel::Reader reader = channel->reader();
        for (quint32 i = 1; i <= 2000; ++i)
            channel->append(numbered(i));
        channel.reset();
        QCOMPARE(drained(reader).size(), 2000);
    }

    void millionsOfUnreadRecordsAreFreedWithoutRecursion()
    {
        Channel::Reader reader;
        {
            Channel channel;
            reader = channel.reader();
            for (quint32 i = 1; i <= 2'000'000; ++i)
                channel.append(Record{});
        }
        reader = Channel::Reader();
        QVERIFY(drained(reader).isEmpty());
    }

    void textsBelongToTheirRecordsForEveryReader()
    {
        Channel channel;
        Channel::Reader whole = channel.reader();
        for (quint32 i = 1; i <= 1500; ++i) {
            Record record = numbered(i);
            record.event.payload = PayloadId{i};
            if (i % 3 == 0)
                record.text = QByteArray();
            channel.append(record);
        }
        Channel::Reader late = channel.reader(); // amid a chunk
        channel.append(Record{{}, "late"});
        quint32 expected = 1;
        whole.drain([&](const Record &record) {
            if (expected <= 1500) {
                QCOMPARE(record.event.payload, PayloadId{expected});
                QCOMPARE(record.text, expected % 3 == 0 ? QByteArray() : QByteArray::number(expected));
                QCOMPARE(record.text.isNull(), expected % 3 == 0);
            }
            ++expected;
        });
        QByteArrayList texts;
        late.drain([&texts](const Record &record) { texts << record.text; });
        QCOMPARE(texts, (QByteArrayList{"late"}));
    }

    void itIsFullWhileItsSlowestReaderIsTooFarBehind()
    {
        Channel channel(4 * qsizetype(sizeof(RecordChunk)));
        Channel::Reader fast = channel.reader();
        Channel::Reader slow = channel.reader();
        quint32 appended = 0;
        for (; !channel.isFull(); ++appended)
            channel.append(numbered(1));
        QVERIFY(appended >= 3 * RecordChunk::capacity);
        QVERIFY(appended <= 4 * RecordChunk::capacity);
        drained(fast);
        QVERIFY(channel.isFull());
        drained(slow, RecordChunk::capacity + 1);
        QVERIFY(!channel.isFull());
        drained(slow);
        QVERIFY(channel.hasRoom());
    }

    void longTextsCountAsWell()
    {
        Channel channel(1 << 20);
        Channel::Reader reader = channel.reader();
        Record record = numbered(1);
        record.text = QByteArray(1 << 20, 'x');
        channel.append(record);
        QVERIFY(channel.isFull());
        for (quint32 i = 1; i <= RecordChunk::capacity; ++i)
            channel.append(Record{});
        drained(reader);
        QVERIFY(!channel.isFull());
    }

    void whatNobodyReadsTakesNoRoom()
    {
        Channel channel(2 * qsizetype(sizeof(RecordChunk)));
        for (quint32 i = 1; i <= 100'000; ++i)
            channel.append(numbered(i));
        QVERIFY(!channel.isFull());
    }

    void twoReadersOnOtherThreadsSeeEveryRecordInOrder()
    {
        constexpr quint32 count = 100'000;
        Channel channel;
        const auto follow = [](Channel::Reader reader, bool *good) {
            quint32 expected = 1;
            while (expected <= count) {
                const qsizetype taken = reader.drain([&](const Record &record) {
                    *good = *good && record.event.id.value == expected &&
                            record.text == QByteArray::number(expected);
                    ++expected;
                });
                if (taken == 0)
                    std::this_thread::yield();
            }
        };
        bool firstGood = true;
        bool secondGood = true;
        std::thread first(follow, channel.reader(), &firstGood);
        std::thread second(follow, channel.reader(), &secondGood);
        for (quint32 i = 1; i <= count; ++i)
            channel.append(numbered(i));
        first.join();
        second.join();
        QVERIFY(firstGood);
        QVERIFY(secondGood);
    }
};

QTEST_APPLESS_MAIN(TestChannel)
#include "tst_channel.moc"
