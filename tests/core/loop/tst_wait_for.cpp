// SPDX-License-Identifier: MIT
#include "core/loop/wait_for.h"
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

QCoro::Task<> inTimeAndTooLate()
{
    print(QStringLiteral("got ") + co_await waitFor(work(QStringLiteral("fast"), 1s), 2s));
    QString text = QStringLiteral("?");
    try {
        co_await waitFor(work(QStringLiteral("slow"), 9s), 1s);
    } catch (const TimeoutError &) {
        text = QStringLiteral("timed out");
    }
    print(text);
    print(QStringLiteral("got ") + co_await waitFor(work(QStringLiteral("no limit"), 9s), std::nullopt));
}

QCoro::Task<> outerCancelled()
{
    const auto task = createTask([]() -> QCoro::Task<QString> {
        co_return co_await waitFor(work(QStringLiteral("inner"), 9s), 5s);
    });
    co_await sleep(1s);
    task.cancel(QStringLiteral("outside"));
    QString text;
    try {
        co_await task;
    } catch (const CancelledError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> ofAFuture()
{
    const auto future = createFuture<int>(*Loop::running());
    Loop::running()->callLater(1s, [future] { future.setResult(4); });
    print(QString::number(co_await waitFor(future, 2s)));
    print(QString::number(co_await waitFor(future, 0s)));
}

QCoro::Task<> ofADoneOne()
{
    const auto future = createFuture<int>(*Loop::running());
    future.setResult(4);
    Loop::running()->callSoon([] { print(QStringLiteral("a pass later")); });
    print(QString::number(co_await waitFor(future, 0s)));
    co_await sleep(1s);
}

QCoro::Task<> cancelledByOthers()
{
    const auto future = createFuture<int>(*Loop::running());
    Loop::running()->callLater(1s, [future] { future.cancel(QStringLiteral("by others")); });
    QString text;
    try {
        co_await waitFor(future, 2s);
    } catch (const TimeoutError &) {
        text = QStringLiteral("timed out");
    } catch (const CancelledError &error) {
        text = QStringLiteral("cancelled ") + error.message();
    }
    print(text);
}

} // namespace

class TestWaitFor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesResultsInTimeAndTimeoutErrorAfter()
    {
        LoopHarness harness;
        harness.run(inTimeAndTooLate);
        QCOMPARE(harness.prints(),
                 QStringLiteral("1 fast\n1 got fast\n2 slow cancelled\n2 timed out\n11 no limit\n11 got no limit\n"));
    }

    void cancelledItCancelsWhatItWaitsFor()
    {
        LoopHarness harness;
        harness.run(outerCancelled);
        QCOMPARE(harness.prints(), QStringLiteral("1 inner cancelled\n1 outside\n"));
    }

    void takesFuturesAndZero()
    {
        LoopHarness harness;
        harness.run(ofAFuture);
        QCOMPARE(harness.prints(), QStringLiteral("1 4\n1 4\n"));
    }

    void withNoTimeAtAllWhatIsDoneIsTakenAtOnce()
    {
        LoopHarness harness;
        harness.run(ofADoneOne);
        QCOMPARE(harness.prints(), QStringLiteral("0 4\n0 a pass later\n"));
    }

    void aCancellationInTimeIsNoTimeout()
    {
        LoopHarness harness;
        harness.run(cancelledByOthers);
        QCOMPARE(harness.prints(), QStringLiteral("1 cancelled by others\n"));
    }
};

QTEST_GUILESS_MAIN(TestWaitFor)
#include "tst_wait_for.moc"
