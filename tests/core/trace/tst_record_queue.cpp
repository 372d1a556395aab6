// SPDX-License-Identifier: MIT
#include "core/trace/record_queue.h"

#include <QTest>

#include <thread>

using namespace loopscope;

namespace {

RecordQueue::Batch batchOf(quint32 first, quint32 count)
{
    RecordQueue::Batch batch(count);
    for (Record &record : batch)
        record.event.id.value = first++;
    return batch;
}

} // namespace

class TestRecordQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordArrivesInOrderThoughTheQueueIsBounded()
    {
        constexpr quint32 batches = RecordQueue::mostBatches * 20;
        RecordQueue queue;
        std::thread reader([&queue] {
            for (quint32 i = 0; i < batches; ++i)
                queue.push(batchOf(i * 10, 10));
        });
        quint32 next = 0;
        while (next < batches * 10) {
            const RecordQueue::Batch batch = queue.pop();
            for (const Record &record : batch)
                QCOMPARE(record.event.id.value, next++);
            if (batch.empty())
                std::this_thread::yield();
        }
        reader.join();
        QVERIFY(queue.pop().empty());
    }

    void closingFreesWhoeverWaitsForRoom()
    {
        RecordQueue queue;
        bool wasTaken = true;
        std::thread reader([&] {
            for (quint32 i = 0; wasTaken; ++i)
                wasTaken = queue.push(batchOf(i, 1));
        });
        while (queue.pop().empty())
            std::this_thread::yield();
        queue.close();
        reader.join();
        QVERIFY(!wasTaken);
        QVERIFY(queue.pop().empty());
    }
};

QTEST_APPLESS_MAIN(TestRecordQueue)
#include "tst_record_queue.moc"
