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

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
