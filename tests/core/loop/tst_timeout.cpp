// SPDX-License-Identifier: MIT
#include "core/loop/timeout.h"
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

QCoro::Task<> limits()
{
    print(QStringLiteral("got ") + co_await timeout(2s, work(QStringLiteral("fast"), 1s)));
    QString text = QStringLiteral("?");
    try {
        co_await timeout(5s, timeout(1s, work(QStringLiteral("slow"), 9s)));
    } catch (const TimeoutError &) {
        text = QStringLiteral("timed out");
    }
    print(text + QString::number(Loop::running()->currentTask()->cancelling()));
}

QCoro::Task<> passed()
{
    QString text = QStringLiteral("?");
    try {
        co_await timeout(0s, work(QStringLiteral("never"), 9s));
    } catch (const TimeoutError &) {
        text = QStringLiteral("at once");
    }
    print(text);
}

QCoro::Task<> moved()
{
    Timeout limit(1s);
    limit.enter();
    limit.reschedule(3s);
    co_await sleep(2s);
    print(limit.exit(nullptr) ? QStringLiteral("?") : QStringLiteral("in time"));
    QString text;
    try {
        limit.reschedule(1s);
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> waitsInVain()
{
    Loop::running()->callSoon([] { Loop::running()->callSoon([] { print(QStringLiteral("two passes later")); }); });
    co_await sleep(9s);
}

QCoro::Task<> noTimeAtAll()
{
    QString text;
    try {
        co_await timeout(0s, waitsInVain());
    } catch (const TimeoutError &) {
        text = QStringLiteral("timed out");
    }
    print(text);
    co_await sleep(1s);
}

QCoro::Task<> timesOutAfterACancellation()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        print(QStringLiteral("ignored"));
    }
    QString text = QStringLiteral("cancelled");
    try {
        co_await timeout(1s, work(QStringLiteral("late"), 9s));
    } catch (const TimeoutError &) {
        text = QStringLiteral("timed out");
    } catch (const CancelledError &) {
    }
    print(text);
}

QCoro::Task<> cancelsFirst()
{
    const auto task = createTask(timesOutAfterACancellation);
    co_await sleep(1s);
    task.cancel();
    co_await task;
}

} // namespace

class TestTimeout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withNoTimeAtAllItsHandlerIsReadyOnEntry()
    {
        LoopHarness harness;
        harness.run(noTimeAtAll);
        QCOMPARE(harness.prints(), QStringLiteral("0 timed out\n0 two passes later\n"));
    }

    void cancellationsFromBeforeDoNotCount()
    {
        LoopHarness harness;
        harness.run(cancelsFirst);
        QCOMPARE(harness.prints(), QStringLiteral("1 ignored\n2 late cancelled\n2 timed out\n"));
    }

    void endsTheBlockWithTimeoutError()
    {
        LoopHarness harness;
        harness.run(limits);
        QCOMPARE(harness.prints(), QStringLiteral("1 fast\n1 got fast\n2 slow cancelled\n2 timed out0\n"));
    }

    void aDeadlineNotInTheFutureIsCalledSoon()
    {
        LoopHarness harness;
        harness.run(passed);
        QCOMPARE(harness.prints(), QStringLiteral("0 never cancelled\n0 at once\n"));
    }

    void canBeMovedUntilItIsLeft()
    {
        LoopHarness harness;
        harness.run(moved);
        QCOMPARE(harness.prints(), QStringLiteral("2 in time\n2 Cannot change state of finished Timeout\n"));
    }
};

QTEST_GUILESS_MAIN(TestTimeout)
#include "tst_timeout.moc"
