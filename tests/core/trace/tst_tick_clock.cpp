// SPDX-License-Identifier: MIT
#include "core/trace/tick_clock.h"

#include <QTest>

using namespace loopscope;

class TestTickClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksLieBetweenThePairsByTheirRate()
    {
        TickMap map({1000, 500});
        QCOMPARE(map.nanos(2000), 500); // no rate yet
        map.add({3000, 1500});
        QCOMPARE(map.nanos(1000), 500);
        QCOMPARE(map.nanos(2000), 1000);
        QCOMPARE(map.nanos(3000), 1500);
        QCOMPARE(map.nanos(5000), 2500); // behind the last pair, too
        map.add({4000, 3500});           // another rate from here on
        QCOMPARE(map.nanos(3500), 2500);
    }

    void aCounterThatWasSetBackChangesNothing()
    {
        TickMap map({1000, 500});
        map.add({3000, 1500});
        map.add({2000, 1600});
        map.add({4000, 1400});
        QCOMPARE(map.nanos(2000), 1000);
    }

    void manyDaysOfTicksDoNotOverflow()
    {
        constexpr quint64 year = 365ull * 86'400'000'000'000ull;
        TickMap map({5, 0});
        map.add({5 + 3 * year, qint64(year)});
        QCOMPARE(map.nanos(5 + 3 * (year / 2)), qint64(year / 2));
    }

    void theBestSourceRunsWithTheMonotonicClock()
    {
        const TickSource source = bestTickSource();
        TickMap map(readTickPair(source));
        while (monotonicTicks() - quint64(map.nanos(0)) < 2'000'000) {
        }
        map.add(readTickPair(source));
        qint64 last = 0;
        for (int i = 0; i < 1000; ++i) {
            const qint64 before = qint64(monotonicTicks());
            const qint64 now = map.nanos(readTicks(source));
            const qint64 after = qint64(monotonicTicks());
            QVERIFY(now >= last);
            QVERIFY(now > before - 1'000'000 && now < after + 1'000'000);
            last = now;
        }
    }
};

QTEST_APPLESS_MAIN(TestTickClock)
#include "tst_tick_clock.moc"
