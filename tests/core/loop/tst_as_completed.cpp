// SPDX-License-Identifier: MIT
#include "core/loop/as_completed.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> work(QString name, Seconds delay)
{
    try {
        co_await sleep(delay);
    } catch (const CancelledError &) {
        print(name + QStringLiteral(" cancelled"));
        throw;
    }
    print(name);
    co_return name;
}

std::vector<AnyFuture> three()
{
    std::vector<AnyFuture> futures;
    futures.push_back(createTask(work, QStringLiteral("c"), Seconds(3)));
    futures.push_back(createTask(work, QStringLiteral("a"), Seconds(1)));
    futures.push_back(createTask(work, QStringLiteral("b"), Seconds(2)));
    return futures;
}

QCoro::Task<> inOrderOfArrival()
{
    AsCompleted arrivals(three(), std::nullopt);
    for (size_t i = 0; i < arrivals.count(); ++i)
        print(QStringLiteral("arrived ") + (co_await arrivals.next()).name());
}

QCoro::Task<> untilTimeIsUp()
{
    AsCompleted arrivals(three(), 1.5s);
    int late = 0;
    for (size_t i = 0; i < arrivals.count(); ++i) {
        try {
            co_await arrivals.next();
        } catch (const TimeoutError &) {
            ++late;
        }
    }
    print(QStringLiteral("%1 late").arg(late));
    co_await sleep(9s);
}

QCoro::Task<> leavesEarly(bool *inTime)
{
    std::vector<AnyFuture> futures;
    futures.push_back(createFuture<>(*Loop::running())); // never set
    futures.push_back(createTask(work, QStringLiteral("a"), Seconds(1)));
    AsCompleted arrivals(futures, 5s);
    co_await arrivals.next();
    *inTime = true;
}

} // namespace

class TestAsCompleted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesThemAsTheyEnd()
    {
        LoopHarness harness;
        harness.run(inOrderOfArrival);
        QCOMPARE(harness.prints(),
                 QStringLiteral("1 a\n1 arrived Task-3\n2 b\n2 arrived Task-4\n3 c\n3 arrived Task-2\n"));
    }

    void throwsForEachThatIsLateAndLetsThemGoOn()
    {
        LoopHarness harness;
        harness.run(untilTimeIsUp);
        QCOMPARE(harness.prints(), QStringLiteral("1 a\n1.5 2 late\n2 b\n3 c\n"));
    }

    void leftEarlyItGoesWithItsLoop()
    {
        bool inTime = false;
        LoopHarness harness;
        harness.run(leavesEarly, &inTime); // a leak checker sees the line that the timer and a future hold
        QVERIFY(inTime);
        QCOMPARE(harness.prints(), QStringLiteral("1 a\n"));
    }
};

QTEST_GUILESS_MAIN(TestAsCompleted)
#include "tst_as_completed.moc"
