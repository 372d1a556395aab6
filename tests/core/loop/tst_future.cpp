// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QString caught(const std::function<void()> &call)
{
    try {
        call();
    } catch (...) {
        const ErrorInfo error = describeError(std::current_exception());
        return QString::fromUtf8(error.type) + QStringLiteral(": ") + error.message;
    }
    return QStringLiteral("nothing");
}

QCoro::Task<> lifeOfAFuture()
{
    const Future<int> future = createFuture<int>(*Loop::running(), QStringLiteral("f"));
    print(caught([&] { (void)future.result(); }));
    print(caught([&] { (void)future.exception(); }));
    future.setResult(7);
    print(caught([&] { future.setResult(8); }));
    print(caught([&] { future.setException(std::make_exception_ptr(ValueError())); }));
    print(QString::number(co_await future));
    print(future.cancel() ? QStringLiteral("cancelled") : QStringLiteral("too late"));
}

QCoro::Task<> waitsFor(Future<QString> future, QString name)
{
    print(name + u' ' + co_await future);
}

QCoro::Task<> wakesInOrder()
{
    const auto future = createFuture<QString>(*Loop::running());
    for (const char *name : {"a", "b", "c"})
        createTask(waitsFor, future, QString::fromUtf8(name));
    co_await sleep(1s);
    future.setResult(QStringLiteral("go"));
    print(QStringLiteral("set"));
    co_await sleep(0s);
    print(QStringLiteral("main again"));
}

QCoro::Task<> everyWaiterGetsTheMessage()
{
    const auto future = createFuture<QString>(*Loop::running());
    const auto a = createTask(waitsFor, future, QStringLiteral("a"));
    const auto b = createTask(waitsFor, future, QStringLiteral("b"));
    co_await sleep(0s);
    future.cancel(QStringLiteral("off"));
    for (const auto &task : {a, b}) {
        QString text;
        try {
            co_await task;
        } catch (const CancelledError &error) {
            text = error.message();
        }
        print(text);
    }
}

QCoro::Task<> removesACallback()
{
    const auto future = createFuture<>(*Loop::running());
    future.addDoneCallback([] { print(QStringLiteral("called")); });
    future.setResult();
    future.addDoneCallback([] { print(QStringLiteral("called, though added late")); });
    print(QStringLiteral("not called directly"));
    co_await sleep(0s);
}

QCoro::Task<std::unique_ptr<int>> moveOnly()
{
    co_await sleep(0s);
    co_return std::make_unique<int>(5);
}

QCoro::Task<> movesAResultOut()
{
    const std::unique_ptr<int> five = co_await createTask(moveOnly);
    print(QString::number(*five));
}

QCoro::Task<> cancelsAFailedOne()
{
    const auto future = createFuture<>(*Loop::running(), QStringLiteral("f"));
    future.setException(std::make_exception_ptr(ValueError(QStringLiteral("given up"))));
    print(future.cancel() ? QStringLiteral("?") : QStringLiteral("done already"));
    co_return;
}

} // namespace

class TestFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatAsyncioRefuses()
    {
        LoopHarness harness;
        harness.run(lifeOfAFuture);
        QCOMPARE(harness.prints(), QStringLiteral("0 InvalidStateError: Result is not set.\n"
                                                  "0 InvalidStateError: Exception is not set.\n"
                                                  "0 InvalidStateError: invalid state\n"
                                                  "0 InvalidStateError: invalid state\n"
                                                  "0 7\n0 too late\n"));
    }

    void wakesItsWaitersInOrderOnePassLater()
    {
        LoopHarness harness;
        harness.run(wakesInOrder);
        QCOMPARE(harness.prints(), QStringLiteral("1 set\n1 a go\n1 b go\n1 c go\n1 main again\n"));
    }

    void givesItsCancelMessageToEveryone()
    {
        LoopHarness harness;
        harness.run(everyWaiterGetsTheMessage);
        QCOMPARE(harness.prints(), QStringLiteral("0 off\n0 off\n"));
    }

    void whoCancelsAFailedOneHasAskedForItsError()
    {
        LoopHarness harness;
        harness.run(cancelsAFailedOne);
        QCOMPARE(harness.prints(), QStringLiteral("0 done already\n"));
        QCOMPARE(harness.log().filter(QStringLiteral("unretrieved")), QStringList());
    }

    void callsNobodyDirectly()
    {
        LoopHarness harness;
        harness.run(removesACallback);
        QCOMPARE(harness.prints(),
                 QStringLiteral("0 not called directly\n0 called\n0 called, though added late\n"));
    }

    void handsOverResultsThatCannotBeCopied()
    {
        LoopHarness harness;
        harness.run(movesAResultOut);
        QCOMPARE(harness.prints(), QStringLiteral("0 5\n"));
    }
};

QTEST_GUILESS_MAIN(TestFuture)
#include "tst_future.moc"
