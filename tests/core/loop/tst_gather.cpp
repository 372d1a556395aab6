// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

#include <list>

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

QCoro::Task<> rangesOfEveryKind()
{
    std::vector<QCoro::Task<QString>> coroutines;
    coroutines.push_back(work(QStringLiteral("x"), 2s));
    coroutines.push_back(work(QStringLiteral("y"), 1s));
    const auto both = co_await gather(std::move(coroutines));
    print(both[0] + both[1]);
    const auto made = std::views::iota(0, 3) | std::views::transform([](int i) {
                          return createTask(work, QString::number(i), Seconds(1));
                      });
    const auto three = co_await gather(made);
    print(three[0] + three[1] + three[2]);
    std::list<QCoro::Task<>> nothings;
    nothings.push_back(sleepTask());
    print(QString::number((co_await gather(nothings)).size()));
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

QCoro::Task<> callsSoon()
{
    Loop::running()->callSoon([] { print(QStringLiteral("callback")); });
    co_return;
}

QCoro::Task<> gathersAFailedOne()
{
    const auto failed = createFuture<>(*Loop::running());
    failed.setException(std::make_exception_ptr(ValueError(QStringLiteral("main knows"))));
    QString text;
    try {
        co_await gather(failed, callsSoon());
    } catch (const ValueError &error) {
        text = error.message();
    }
    print(text);
    co_await sleep(1s);
}

QCoro::Task<> staysAlive(Future<> future)
{
    try {
        co_await future;
    } catch (const CancelledError &error) {
        print(error.message());
    }
}

QCoro::Task<> gathersOne(Future<> future)
{
    co_await gather(work(QStringLiteral("done before"), 0.5s), staysAlive(future));
}

QCoro::Task<> cancelsWhatIsAboutToWake()
{
    const auto future = createFuture<>(*Loop::running());
    const auto gathering = createTask(gathersOne, future);
    co_await sleep(1s);
    future.setResult(); // the child has no waiter any more that could take the cancellation
    gathering.cancel(QStringLiteral("why"));
    QString text;
    try {
        co_await gathering;
    } catch (const CancelledError &error) {
        text = QStringLiteral("cancelled: ") + error.message();
    }
    print(text);
}

QCoro::Task<> gathersOneAfterTheOther()
{
    co_await gather(work(QStringLiteral("first"), 1s), work(QStringLiteral("never"), 9s));
}

QCoro::Task<> cancelsBetweenTheChildren()
{
    const auto gathering = createTask(gathersOneAfterTheOther);
    co_await sleep(2s);
    gathering.cancel(QStringLiteral("why"));
    QString text;
    try {
        co_await gathering;
    } catch (const CancelledError &error) {
        text = QStringLiteral("cancelled: ") + error.message();
    }
    print(text);
}

QCoro::Task<> severalFall()
{
    try {
        co_await gather(bad(1s), bad(2s));
    } catch (const ValueError &) {
        print(QStringLiteral("caught"));
    }
    co_await sleep(2s);
    const std::vector<Ref<FutureBase>> children{createTask(bad, Seconds(1)).state(),
                                                createTask(bad, Seconds(2)).state()};
    co_await gatherInto<int>(*Loop::running(), children, ReturnExceptions::Yes, [](const auto &) { return 0; });
}

QCoro::Task<> gathersTask(std::shared_ptr<Task<>> other)
{
    co_await gather(*other);
}

QCoro::Task<> cancelsARing()
{
    const auto second = std::make_shared<Task<>>();
    const auto first = createTask(gathersTask, second);
    *second = createTask(gathersTask, std::make_shared<Task<>>(first));
    co_await sleep(1s);
    print(first.cancel() ? QStringLiteral("asked") : QStringLiteral("refused"));
    *second = {};
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

    void aChildThatIsDoneAlreadyHasItsTurnBeforeATaskThatIsMadeForALaterOne()
    {
        LoopHarness harness;
        harness.run(gathersAFailedOne);
        QCOMPARE(harness.prints(), QStringLiteral("0 main knows\n0 callback\n"));
    }

    void cancelledItEndsWithTheMessageThatItsLastChildWasToldAndSwallowed()
    {
        LoopHarness harness;
        harness.run(cancelsWhatIsAboutToWake);
        QCOMPARE(harness.prints(), QStringLiteral("0.5 done before\n1 why\n1 cancelled: why\n"));
    }

    void cancelledItEndsWithTheErrorOfItsLastChild()
    {
        LoopHarness harness;
        harness.run(cancelsBetweenTheChildren);
        QCOMPARE(harness.prints(), QStringLiteral("1 first\n2 cancelled: why\n"));
    }

    void errorsThatComeLateOrAmongTheResultsAreAskedFor()
    {
        LoopHarness harness;
        harness.run(severalFall);
        QCOMPARE(harness.prints(), QStringLiteral("1 caught\n"));
        QCOMPARE(harness.log().filter(QStringLiteral("unretrieved")), QStringList());
    }

    void cancellingARingOfGathersComesToAnEnd()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(cancelsARing);
        QCOMPARE(harness.prints(), QStringLiteral("1 asked\n"));
        QVERIFY2(outcome.payload.contains("stalled"), outcome.payload.constData());
    }

    void ringsOfFuturesAreCutWithTheLoop()
    {
        LoopHarness harness;
        harness.loop().callSoon([&] { (void)gather(createFuture<>(harness.loop())); });
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // a leak checker sees the rest
    }

    void rangesOfCoroutinesTasksAndViewsCanBeGathered()
    {
        LoopHarness harness;
        QVERIFY(harness.run(rangesOfEveryKind).good);
        QCOMPARE(harness.prints(), QStringLiteral("1 y\n2 x\n2 xy\n3 0\n3 1\n3 2\n3 012\n4 1\n"));
    }
};

QTEST_GUILESS_MAIN(TestGather)
#include "tst_gather.moc"
