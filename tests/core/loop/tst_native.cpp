// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QCoroCore>
#include <QCoroNetwork>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> awaitsTimer(QTimer *timer)
{
    const TaskBase *const me = Loop::running()->currentTask();
    co_await timer;
    print(Loop::running()->currentTask() == me ? QStringLiteral("fired") : QStringLiteral("wrong task"));
}

QCoro::Task<> awaitsQCoroTask()
{
    const TaskBase *const me = Loop::running()->currentTask();
    co_await QCoro::sleepFor(1ms);
    print(Loop::running()->currentTask() == me ? QStringLiteral("slept") : QStringLiteral("wrong task"));
}

QCoro::Task<> awaitsQFuture(QFuture<int> future)
{
    print(QString::number(co_await future));
}

QCoro::Task<QString> eager(QTimer *timer)
{
    co_await timer;
    co_return QStringLiteral("eager result");
}

QCoro::Task<> awaitsStarted(QCoro::Task<QString> *started)
{
    print(co_await *started);
}

QCoro::Task<> cancelsANative(QTimer *timer)
{
    const auto task = createTask(awaitsTimer, timer);
    co_await sleep(0s);
    co_await sleep(0s);
    task.cancel(QStringLiteral("enough"));
    QString text;
    try {
        co_await task;
    } catch (const CancelledError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> awaitsReply(QNetworkReply *reply)
{
    co_await reply;
    print(QStringLiteral("answered"));
}

QCoro::Task<> cancelsARequest(QNetworkReply *reply)
{
    const auto task = createTask(awaitsReply, reply);
    co_await sleep(0s);
    task.cancel();
    try {
        co_await task;
    } catch (const CancelledError &) {
        print(QString::number(reply->error()));
    }
}

/// An awaitable that decides in await_suspend that it need not wait.
struct ReadyAfterAll
{
    bool await_ready() const { return false; }
    bool await_suspend(std::coroutine_handle<>) const { return false; }
    int await_resume() const { return 3; }
};

QCoro::Task<> awaitsReadyAfterAll()
{
    Loop::running()->callSoon([] { print(QStringLiteral("a pass")); });
    print(QString::number(co_await ReadyAfterAll()));
    co_await sleep(0s);
}

QCoro::Task<> endsWithReadyAfterAll()
{
    print(QString::number(co_await ReadyAfterAll()));
}

std::unique_ptr<QTimer> timerIn(int milliseconds)
{
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->start(milliseconds);
    return timer;
}

} // namespace

/// Awaitables of Qt and QCoro in tasks: they resume the task through the ready queue, in a pass of its loop.
class TestNative : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersQCoroTasksAndQFuturesResumeTheRightTask()
    {
        const auto timer = timerIn(1);
        QPromise<int> promise;
        promise.start();
        QTimer::singleShot(2, this, [&] {
            promise.addResult(6);
            promise.finish();
        });
        LoopHarness harness;
        harness.run(
            [](QTimer *t, QFuture<int> f) -> QCoro::Task<> {
                co_await gather(awaitsTimer(t), awaitsQCoroTask(), awaitsQFuture(f));
            },
            timer.get(), promise.future());
        QStringList prints = harness.prints().split(u'\n', Qt::SkipEmptyParts);
        prints.sort();
        QCOMPARE(prints, QStringList({"0 6", "0 fired", "0 slept"}));
    }

    void aTaskStartedByQtCanBeAwaited()
    {
        const auto timer = timerIn(1);
        QCoro::Task<QString> started = eager(timer.get());
        LoopHarness harness;
        harness.run(awaitsStarted, &started);
        QCOMPARE(harness.prints(), QStringLiteral("0 eager result\n"));
    }

    void outsideOfTasksQCoroIsAsItWas()
    {
        const auto timer = timerIn(1);
        const QCoro::Task<QString> started = eager(timer.get());
        QVERIFY(timer->isActive()); // it ran up to its co_await at once
        QTRY_VERIFY(started.isReady());
        QCOMPARE(QCoro::waitFor(eager(timerIn(1).get())), QStringLiteral("eager result"));
    }

    void cancellingLeavesTheNativeWaitBehind()
    {
        const auto timer = timerIn(60'000);
        {
            LoopHarness harness;
            harness.run(cancelsANative, timer.get());
            QCOMPARE(harness.prints(), QStringLiteral("0 enough\n"));
        }
        timer->start(0);
        QTRY_VERIFY(!timer->isActive()); // it fires into nothing
    }

    void aNativeWaitMayOutliveItsSourceAndItsLoop()
    {
        auto timer = timerIn(60'000);
        LoopHarness harness;
        harness.run(cancelsANative, timer.get());
        timer.reset();
        timer = timerIn(60'000);
        {
            LoopHarness other;
            other.loop().callSoon([&] { createTask(awaitsTimer, timer.get()); });
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
        }
        QVERIFY(timer->isActive());
    }

    void anAwaitableThatNeedNotWaitTakesNoPass()
    {
        LoopHarness harness;
        harness.run(awaitsReadyAfterAll);
        QCOMPARE(harness.prints(), QStringLiteral("0 3\n0 a pass\n"));
    }

    void nothingOfAWaitThatNeedNotBeOutlivesItsTask()
    {
        LoopHarness harness;
        harness.run(endsWithReadyAfterAll);
        QVERIFY(!harness.loop().pendingWaiter());
        QCOMPARE(harness.prints(), QStringLiteral("0 3\n"));
    }

    void virtualTimeStandsStillWhileSomethingOutsideIsAwaited()
    {
        const auto timer = timerIn(5);
        LoopHarness harness;
        harness.run(
            [](QTimer *t) -> QCoro::Task<> {
                createTask([]() -> QCoro::Task<> {
                    co_await sleep(1s);
                    print(QStringLiteral("second"));
                });
                co_await awaitsTimer(t);
                co_await sleep(2s);
            },
            timer.get());
        QCOMPARE(harness.prints(), QStringLiteral("0 fired\n1 second\n"));
    }

    void cancellingATaskAbortsTheRequestItWaitsFor()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(
            manager.get(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())))));
        LoopHarness harness;
        QVERIFY(harness.run(cancelsARequest, reply.get()).good);
        QCOMPARE(harness.prints(), QStringLiteral("0 %1\n").arg(int(QNetworkReply::OperationCanceledError)));
        QVERIFY(reply->isFinished());
    }
};

QTEST_GUILESS_MAIN(TestNative)
#include "tst_native.moc"
