// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> tellsWhatItGets(Future<> future)
{
    QString text;
    try {
        co_await future;
    } catch (const CancelledError &error) {
        text = QStringLiteral("cancelled: ") + error.message();
    } catch (const ValueError &) {
        text = QStringLiteral("failed");
    }
    print(text);
}

QCoro::Task<> cancelsWhoIsAboutToWake()
{
    const auto fails = createFuture<>(*Loop::running());
    const auto isCancelled = createFuture<>(*Loop::running());
    const auto first = createTask(tellsWhatItGets, fails);
    const auto second = createTask(tellsWhatItGets, isCancelled);
    co_await sleep(1s);
    fails.setException(std::make_exception_ptr(ValueError()));
    isCancelled.cancel(QStringLiteral("theirs"));
    first.cancel(QStringLiteral("mine"));
    second.cancel(QStringLiteral("mine"));
    co_await second;
}

QCoro::Task<> swallows()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        print(QStringLiteral("ignored"));
    }
    co_await sleep(1s);
}

QCoro::Task<> cancelsItselfAndAwaits(Task<> other)
{
    TaskBase::current().cancelTask({});
    co_await other;
    print(QStringLiteral("went on"));
}

QCoro::Task<> awaitsOneThatSwallows()
{
    const auto other = createTask(swallows);
    co_await sleep(0s);
    co_await createTask(cancelsItselfAndAwaits, other);
}

QCoro::Task<> awaits(Task<> other)
{
    co_await other;
}

QCoro::Task<> cancelsAChain()
{
    const auto inner = createTask(swallows);
    const auto outer = createTask(awaits, inner);
    co_await sleep(1s);
    outer.cancel();
    print(QStringLiteral("%1 %2").arg(outer.cancelling()).arg(inner.cancelling()));
    co_await outer;
    print(outer.cancelled() ? QStringLiteral("?") : QStringLiteral("the inner one took it"));
}

QCoro::Task<> twoAskACancelledTask()
{
    const auto task = createTask([]() -> QCoro::Task<> { co_await sleep(9s); });
    co_await sleep(1s);
    task.cancel(QStringLiteral("why"));
    co_await tellsWhatItGets(task);
    co_await tellsWhatItGets(task);
}

} // namespace

class TestTaskCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itReplacesAnErrorButNotACancellationThatTheStepBrings()
    {
        LoopHarness harness;
        harness.run(cancelsWhoIsAboutToWake);
        QCOMPARE(harness.prints(), QStringLiteral("1 cancelled: mine\n1 cancelled: theirs\n"));
    }

    void whatTheNewWaiterTookIsNotDueAnyMore()
    {
        LoopHarness harness;
        harness.run(awaitsOneThatSwallows);
        QCOMPARE(harness.prints(), QStringLiteral("0 ignored\n1 went on\n"));
    }

    void everyTaskOfAChainCountsIt()
    {
        LoopHarness harness;
        harness.run(cancelsAChain);
        QCOMPARE(harness.prints(), QStringLiteral("1 1 1\n1 ignored\n2 the inner one took it\n"));
    }

    void onlyTheFirstWhoAsksHearsTheMessage()
    {
        LoopHarness harness;
        harness.run(twoAskACancelledTask);
        QCOMPARE(harness.prints(), QStringLiteral("1 cancelled: why\n1 cancelled: \n"));
    }
};

QTEST_GUILESS_MAIN(TestTaskCancel)
#include "tst_task_cancel.moc"
