// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> work(QString name, Seconds delay)
{
    co_await sleep(delay);
    print(name);
    co_return name;
}

QCoro::Task<int> bad(Seconds delay)
{
    co_await sleep(delay);
    throw ValueError(QStringLiteral("bad"));
}

QCoro::Task<> sleepTask()
{
    co_await sleep(1s);
}

QCoro::Task<> tuple()
{
    const auto [slow, fast, nothing] =
        co_await gather(work(QStringLiteral("slow"), 2s), work(QStringLiteral("fast"), 1s), sleepTask());
    Q_UNUSED(nothing);
    print(slow + u' ' + fast);
}

QCoro::Task<> range()
{
    std::vector<Task<QString>> tasks;
    for (int i = 3; i > 0; --i)
        tasks.push_back(createTask(work, QString::number(i), Seconds(i)));
    QString all;
    for (const QString &one : co_await gather(tasks))
        all += one;
    print(all);
    print(QString::number((co_await gather(std::vector<Future<int>>())).size()));
}

QCoro::Task<> oneFalls()
{
    QString text;
    try {
        co_await gather(work(QStringLiteral("goes on"), 2s), bad(1s));
    } catch (const ValueError &error) {
        text = error.message();
    }
    print(text);
    co_await sleep(2s);
}

QCoro::Task<> gathersTwice(QString *message)
{
    const auto once = createTask(work, QStringLiteral("once"), Seconds(1s));
    const auto [first, second] = co_await gather(once, once);
    *message = first + second;
}

QCoro::Task<> isCancelled()
{
    const auto outer = gather(work(QStringLiteral("never"), 3s), work(QStringLiteral("never"), 4s));
    co_await sleep(1s);
    print(outer.cancel() ? QStringLiteral("asked") : QStringLiteral("?"));
    print(outer.done() ? QStringLiteral("?") : QStringLiteral("not done by that"));
    bool cancelled = false;
    try {
        co_await outer;
    } catch (const CancelledError &) {
        cancelled = true;
    }
    print(cancelled ? QStringLiteral("CancelledError") : QStringLiteral("?"));
    print(outer.cancelled() ? QStringLiteral("?") : QStringLiteral("as an error, it is not cancelled itself"));
}

} // namespace

class TestGather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsComeInTheOrderOfTheArguments()
    {
        LoopHarness harness;
        harness.run(tuple);
        QCOMPARE(harness.prints(), QStringLiteral("1 fast\n2 slow\n2 slow fast\n"));
    }

    void takesRangesAndEmptyOnes()
    {
        LoopHarness harness;
        harness.run(range);
        QCOMPARE(harness.prints(), QStringLiteral("1 1\n2 2\n3 3\n3 321\n3 0\n"));
    }

    void theFirstErrorComesAtOnceAndTheOthersGoOn()
    {
        LoopHarness harness;
        harness.run(oneFalls);
        QCOMPARE(harness.prints(), QStringLiteral("1 bad\n2 goes on\n"));
    }

    void aFutureMayStandInSeveralPlaces()
    {
        QString message;
        LoopHarness harness;
        harness.run(gathersTwice, &message);
        QCOMPARE(message, QStringLiteral("onceonce"));
    }

    void cancellingItCancelsTheChildren()
    {
        LoopHarness harness;
        harness.run(isCancelled);
        QCOMPARE(harness.prints(), QStringLiteral("1 asked\n1 not done by that\n1 CancelledError\n"
                                                  "1 as an error, it is not cancelled itself\n"));
    }

    void ringsOfFuturesAreCutWithTheLoop()
    {
        LoopHarness harness;
        harness.loop().callSoon([&] { (void)gather(createFuture<>(harness.loop())); });
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // a leak checker sees the rest
    }
};

QTEST_GUILESS_MAIN(TestGather)
#include "tst_gather.moc"
