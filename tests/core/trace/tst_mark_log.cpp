// SPDX-License-Identifier: MIT
#include "core/trace/mark_log.h"

#include <QTest>

#include <random>

using namespace loopscope;

namespace {

constexpr qint64 farthest = (qint64(1) << 62) - 1;

Slice mark(qint64 at, qint64 length, quint32 name = 0, quint32 arguments = 0)
{
    return {{at}, Nanos(length), {name}, {arguments}};
}

} // namespace

class TestMarkLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        const std::vector<Slice> marks{mark(5, qint64(SliceMark::Begin), 1),
                                       mark(5, qint64(SliceMark::End)),
                                       mark(3, qint64(SliceMark::State), 7, ~quint32(0)),
                                       mark(-farthest, farthest, ~quint32(0), 1),
                                       mark(farthest, 0),
                                       mark(0, 1'000'000'000, 128, 127)};
        MarkLog log;
        for (const Slice &one : marks)
            log.append(one);
        QCOMPARE(log.size(), marks.size());
        QCOMPARE(log.beginnings(), size_t(5));
        Slice taken;
        for (const Slice &one : marks)
            QVERIFY(log.take(taken) && taken == one);
        QVERIFY(!log.take(taken));
        QVERIFY(!log.take(taken));
    }

    void anythingInAnyOrderComesOut()
    {
        std::mt19937_64 random(17);
        std::vector<Slice> marks;
        MarkLog log;
        for (int i = 0; i < 20'000; ++i) {
            const qint64 at = qint64(random() >> (1 + random() % 63)) / 2;
            const qint64 length =
                random() % 2 ? qint64(random() >> (2 + random() % 62)) : -1 - qint64(random() % 3);
            marks.push_back(mark(random() % 2 ? at : -at, length, quint32(random() >> (32 + random() % 32)),
                                 random() % 3 ? 0 : quint32(random())));
            log.append(marks.back());
        }
        const GrowingArray<Slice> all = log.takeAll();
        QVERIFY(std::equal(marks.begin(), marks.end(), all.items().begin(), all.items().end()));
    }

    void orderIsTimeAndOfWholeSlicesTheLongestFirst()
    {
        const auto isOrdered = [](std::initializer_list<Slice> marks) {
            MarkLog log;
            for (const Slice &one : marks)
                log.append(one);
            return log.isOrdered();
        };
        QVERIFY(isOrdered({}));
        QVERIFY(isOrdered({mark(-5, 9), mark(-5, 9), mark(-5, 3), mark(-5, -1), mark(-5, 20), mark(0, 5)}));
        QVERIFY(!isOrdered({mark(1, -1), mark(0, -2)}));
        QVERIFY(!isOrdered({mark(1, 5), mark(1, 6)}));
    }

    void aMarkTakesFewBytesAndNoneOnceTaken()
    {
        MarkLog log;
        for (int i = 0; i < 100'000; ++i)
            log.append(
                mark(i * 1'000, i % 2 ? qint64(SliceMark::End) : qint64(SliceMark::Begin), i % 2 ? 0 : 200));
        QVERIFY2(log.bytes() < 600'000, qPrintable(QString::number(log.bytes())));
        Slice taken;
        for (int i = 0; i < 90'000; ++i)
            QVERIFY(log.take(taken));
        QVERIFY2(log.bytes() < 120'000, qPrintable(QString::number(log.bytes())));
        MarkLog small;
        small.append(mark(1, 1, 1, 1));
        QVERIFY(small.bytes() < 200);
    }
};

QTEST_APPLESS_MAIN(TestMarkLog)
#include "tst_mark_log.moc"
