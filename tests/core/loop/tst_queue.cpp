// SPDX-License-Identifier: MIT
#include "core/loop/queue.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> producer(sync::Queue<int> *queue)
{
    for (int i = 1; i <= 3; ++i) {
        co_await queue->put(i);
        print(QStringLiteral("put %1").arg(i));
    }
}

QCoro::Task<> bounded()
{
    sync::Queue<int> queue(1);
    createTask(producer, &queue);
    for (int i = 0; i < 3; ++i) {
        co_await sleep(1s);
        print(QStringLiteral("got %1").arg(co_await queue.get()));
        queue.taskDone();
    }
    co_await queue.join();
    QStringList errors;
    try {
        (void)queue.getNow();
    } catch (const sync::QueueEmpty &error) {
        errors << QString::fromUtf8(error.typeName());
    }
    queue.putNow(4);
    try {
        queue.putNow(5);
    } catch (const sync::QueueFull &error) {
        errors << QString::fromUtf8(error.typeName());
    }
    queue.taskDone();
    try {
        queue.taskDone();
    } catch (const ValueError &error) {
        errors << error.message();
    }
    print(errors.join(u' '));
}

QCoro::Task<> gets(sync::Queue<int> *queue, QString name)
{
    const int item = co_await queue->get();
    print(name + u' ' + QString::number(item));
}

QCoro::Task<> puts(sync::Queue<int> *queue, int item)
{
    co_await queue->put(item);
    print(QStringLiteral("put %1").arg(item));
}

QCoro::Task<> cancelsTheWokenGetter()
{
    sync::Queue<int> queue;
    const auto a = createTask(gets, &queue, QStringLiteral("a"));
    const auto b = createTask(gets, &queue, QStringLiteral("b"));
    co_await sleep(1s);
    queue.putNow(1);
    a.cancel();
    co_await b;
}

QCoro::Task<> cancelsTheWokenPutter()
{
    sync::Queue<int> queue(1);
    queue.putNow(0);
    const auto a = createTask(puts, &queue, 1);
    const auto b = createTask(puts, &queue, 2);
    co_await sleep(1s);
    (void)queue.getNow();
    a.cancel();
    co_await b;
}

QCoro::Task<> cancelsOneWhoWaits()
{
    sync::Queue<int> queue;
    const auto a = createTask(gets, &queue, QStringLiteral("a"));
    const auto b = createTask(gets, &queue, QStringLiteral("b"));
    const auto c = createTask(gets, &queue, QStringLiteral("c"));
    co_await sleep(1s);
    b.cancel();
    queue.putNow(1); // for a, whose turn comes after b's
    co_await a;
    co_await sleep(1s);
    c.cancel();
    co_await sleep(1s); // the queue is here until c has left
}

QCoro::Task<> takesItFirst()
{
    sync::Queue<int> queue;
    const auto a = createTask(gets, &queue, QStringLiteral("a"));
    co_await sleep(1s);
    queue.putNow(1);
    print(QStringLiteral("main %1").arg(queue.getNow()));
    co_await sleep(1s);
    queue.putNow(2);
    co_await a;
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasWokenAndIsCancelledHandsOn()
    {
        LoopHarness getters;
        getters.run(cancelsTheWokenGetter);
        QCOMPARE(getters.prints(), QStringLiteral("1 b 1\n"));
        LoopHarness putters;
        putters.run(cancelsTheWokenPutter);
        QCOMPARE(putters.prints(), QStringLiteral("1 put 2\n"));
    }

    void whoIsCancelledWhileWaitingWakesNobody()
    {
        LoopHarness harness;
        harness.run(cancelsOneWhoWaits);
        QVERIFY(!harness.log().contains(QStringLiteral(R"({"t":1,"e":"resume","task":"Task-4"})")));
    }

    void whoWasWokenLooksAgain()
    {
        LoopHarness harness;
        harness.run(takesItFirst);
        QCOMPARE(harness.prints(), QStringLiteral("1 main 1\n2 a 2\n"));
    }

    void makesPuttersAndGettersWait()
    {
        LoopHarness harness;
        harness.run(bounded);
        QCOMPARE(harness.prints(), QStringLiteral("0 put 1\n1 got 1\n1 put 2\n2 got 2\n2 put 3\n3 got 3\n"
                     "3 QueueEmpty QueueFull task_done() called too many times\n"));
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
