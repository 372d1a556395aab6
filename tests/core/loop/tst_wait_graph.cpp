// SPDX-License-Identifier: MIT
#include "core/loop/as_completed.h"
#include "core/loop/gather.h"
#include "core/loop/semaphore.h"
#include "core/loop/shield.h"
#include "core/loop/task_group.h"
#include "core/loop/wait_for.h"
#include "core/loop/wait_graph.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QByteArray graphNow()
{
    return waitGraphJson(waitGraph(Loop::running()->unfinishedTasks()), 10);
}

QCoro::Task<> forever()
{
    co_await createFuture(*Loop::running());
}

using Waiting = QCoro::Task<> (*)(Future<void> one, Future<void> two);

QCoro::Task<> awaits(Future<void> one, Future<void>)
{
    co_await one;
}

QCoro::Task<> gathers(Future<void> one, Future<void> two)
{
    co_await gather(one, two);
}

QCoro::Task<> waitsForAny(Future<void> one, Future<void> two)
{
    std::vector<AnyFuture> both{one, two};
    co_await wait(std::move(both), {.timeout = {}, .returnWhen = ReturnWhen::FirstCompleted});
}

QCoro::Task<> waitsWithTimeout(Future<void> one, Future<void>)
{
    co_await waitFor(one, Seconds(100));
}

QCoro::Task<> shields(Future<void> one, Future<void>)
{
    co_await shield(one);
}

QCoro::Task<> shieldsAGather(Future<void> one, Future<void> two)
{
    co_await shield(gather(one, two));
}

QCoro::Task<> takesAsCompleted(Future<void> one, Future<void> two)
{
    std::vector<AnyFuture> both{one, two};
    AsCompleted completed(std::move(both), std::nullopt);
    co_await completed.next();
}

QCoro::Task<> startsOne(TaskGroup &group)
{
    (void)group.createTask(forever());
    co_return;
}

QCoro::Task<> groups(Future<void>, Future<void>)
{
    co_await withTaskGroup(&startsOne);
}

QCoro::Task<> waitsForNobody(Future<void>, Future<void>)
{
    co_await forever();
}

/// Task-1 is main; Task-2 and Task-3 wait for futures that nobody sets, Task-4 for them in some way.
QCoro::Task<> watch(Waiting waiting)
{
    const Future<void> two = createTask(&forever);
    const Future<void> three = createTask(&forever);
    const auto four = createTask(waiting, two, three);
    co_await sleep(1s);
    print(QString::fromUtf8(graphNow()));
}

template<class Primitive>
QCoro::Task<> holds(Primitive *primitive)
{
    const auto held = co_await primitive->hold();
    co_await forever();
}

/// Two take it (or one, the other waits), the last waits in any case.
template<class Primitive>
QCoro::Task<> queueUp(Primitive *primitive)
{
    const auto two = createTask(&holds<Primitive>, primitive);
    const auto three = createTask(&holds<Primitive>, primitive);
    const auto four = createTask(&holds<Primitive>, primitive);
    co_await sleep(1s);
    print(QString::fromUtf8(graphNow()));
    two.cancel();
    co_await sleep(1s);
    print(QString::fromUtf8(graphNow()));
}

} // namespace

Q_DECLARE_METATYPE(Waiting)

class TestWaitGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverAwaitsATaskWaitsForIt_data()
    {
        QTest::addColumn<Waiting>("waiting");
        QTest::addColumn<QString>("graph");
        QTest::newRow("await") << Waiting(&awaits) << QStringLiteral(R"({"4":[2]})");
        QTest::newRow("gather") << Waiting(&gathers) << QStringLiteral(R"({"4":[2,3]})");
        QTest::newRow("wait") << Waiting(&waitsForAny) << QStringLiteral(R"({"4":[2,3]})");
        QTest::newRow("wait_for") << Waiting(&waitsWithTimeout) << QStringLiteral(R"({"4":[2]})");
        QTest::newRow("shield") << Waiting(&shields) << QStringLiteral(R"({"4":[2]})");
        QTest::newRow("shield(gather)") << Waiting(&shieldsAGather) << QStringLiteral(R"({"4":[2,3]})");
        QTest::newRow("as_completed") << Waiting(&takesAsCompleted) << QStringLiteral(R"({"4":[2,3]})");
        QTest::newRow("task group") << Waiting(&groups) << QStringLiteral(R"({"4":[5]})");
        QTest::newRow("a future nobody sets") << Waiting(&waitsForNobody) << QStringLiteral("{}");
    }
    void whoeverAwaitsATaskWaitsForIt()
    {
        QFETCH(Waiting, waiting);
        QFETCH(QString, graph);
        LoopHarness harness;
        harness.run(&watch, waiting);
        QCOMPARE(harness.prints(), QStringLiteral("1 %1\n").arg(graph));
    }

    void whoWaitsForALockWaitsForItsHolder()
    {
        LoopHarness harness;
        sync::Lock lock;
        harness.run(&queueUp<sync::Lock>, &lock);
        QCOMPARE(harness.prints(), QStringLiteral("1 {\"3\":[2],\"4\":[2]}\n2 {\"4\":[3]}\n"));
    }

    void whoWaitsForASemaphoreWaitsForAllWhoHoldIt()
    {
        LoopHarness harness;
        sync::Semaphore semaphore(2);
        harness.run(&queueUp<sync::Semaphore>, &semaphore);
        QCOMPARE(harness.prints(), QStringLiteral("1 {\"4\":[2,3]}\n2 {}\n"));
    }
};

QTEST_GUILESS_MAIN(TestWaitGraph)
#include "tst_wait_graph.moc"
