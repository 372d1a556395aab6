// SPDX-License-Identifier: MIT
#include "core/loop/semaphore.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> user(sync::Semaphore *gate, int number)
{
    const auto held = co_await gate->hold();
    print(QString::number(number));
    co_await sleep(1s);
}

QCoro::Task<> twoAtATime()
{
    sync::Semaphore gate(2);
    std::vector<AnyFuture> tasks;
    for (int i = 1; i <= 5; ++i)
        tasks.push_back(createTask(user, &gate, i));
    co_await sleep(0.5s);
    print(gate.locked() ? QStringLiteral("locked") : QStringLiteral("?"));
    tasks[2].cancel();
    co_await wait(tasks);
    print(gate.locked() ? QStringLiteral("?") : QStringLiteral("open"));
}

QCoro::Task<> releasesTwiceForOne()
{
    sync::Semaphore gate(0);
    const auto waits = createTask(user, &gate, 1);
    co_await sleep(0s);
    gate.release();
    gate.release(); // one is left, but the line is not empty yet
    co_await gate.acquire();
    print(QStringLiteral("2"));
    co_await waits;
}

} // namespace

class TestSemaphore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsSoManyThrough()
    {
        LoopHarness harness;
        harness.run(twoAtATime);
        QCOMPARE(harness.prints(), QStringLiteral("0 1\n0 2\n0.5 locked\n1 4\n1 5\n2 open\n"));
    }

    void whoGetsInWakesTheNextIfThereIsRoom()
    {
        LoopHarness harness;
        harness.run(releasesTwiceForOne);
        QCOMPARE(harness.prints(), QStringLiteral("0 1\n0 2\n"));
    }
};

QTEST_GUILESS_MAIN(TestSemaphore)
#include "tst_semaphore.moc"
