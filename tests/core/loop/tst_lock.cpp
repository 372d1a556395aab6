// SPDX-License-Identifier: MIT
#include "core/loop/lock.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> user(sync::Lock *lock, QString name, Seconds hold)
{
    const auto held = co_await lock->hold();
    print(name);
    co_await sleep(hold);
}

QCoro::Task<> inTurn()
{
    sync::Lock lock;
    const auto a = createTask(user, &lock, QStringLiteral("a"), Seconds(1));
    const auto b = createTask(user, &lock, QStringLiteral("b"), Seconds(1));
    const auto c = createTask(user, &lock, QStringLiteral("c"), Seconds(1));
    co_await sleep(0.5s);
    b.cancel();
    co_await c;
    print(lock.locked() ? QStringLiteral("?") : QStringLiteral("free"));
    QString text;
    try {
        lock.release();
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
    co_await a;
}

QCoro::Task<> cancelsWhoWasWoken()
{
    sync::Lock lock;
    co_await lock.acquire();
    const auto b = createTask(user, &lock, QStringLiteral("b"), Seconds(1));
    const auto c = createTask(user, &lock, QStringLiteral("c"), Seconds(1));
    co_await sleep(1s);
    lock.release();
    b.cancel();
    co_await c;
}

} // namespace

class TestLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenInTurnAndSkipsTheCancelled()
    {
        LoopHarness harness;
        harness.run(inTurn);
        QCOMPARE(harness.prints(), QStringLiteral("0 a\n1 c\n2 free\n2 Lock is not acquired.\n"));
    }

    void whoIsCancelledWhenItIsFreeWakesTheNext()
    {
        LoopHarness harness;
        harness.run(cancelsWhoWasWoken);
        QCOMPARE(harness.prints(), QStringLiteral("1 c\n"));
    }
};

QTEST_GUILESS_MAIN(TestLock)
#include "tst_lock.moc"
