// SPDX-License-Identifier: MIT
#include "core/loop/as_completed.h"
#include "core/loop/timeout.h"
#include "core/loop/wait_for.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

using Main = QCoro::Task<> (*)();
Q_DECLARE_METATYPE(Main)

namespace {

QCoro::Task<> work()
{
    co_await sleep(1s);
}

QCoro::Task<> sleepsLong()
{
    co_await sleep(9s);
}

QCoro::Task<> leavesASleep()
{
    const auto task = createTask(sleepsLong);
    co_await sleep(1s);
    task.cancel();
}

QCoro::Task<> waits()
{
    const std::vector<AnyFuture> futures(1, createTask(work));
    co_await wait(futures, {9s, ReturnWhen::AllCompleted});
}

QCoro::Task<> waitsFor()
{
    co_await waitFor(work(), 9s);
}

QCoro::Task<> takesAsCompleted()
{
    AsCompleted arrivals(std::vector<AnyFuture>(1, createTask(work)), 9s);
    co_await arrivals.next();
}

QCoro::Task<> isInTime()
{
    co_await timeout(9s, work());
}

/// Until nothing can ever happen.
QCoro::Task<> thenWaitsForEver(Main first)
{
    co_await first();
    co_await createFuture<>(*Loop::running());
}

} // namespace

/// A stall is told when the last timer is gone: one that was left behind would put it off.
class TestTimersLetGo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEndedInTimeKeepsNoTimer_data()
    {
        QTest::addColumn<Main>("first");
        QTest::newRow("sleep") << Main(leavesASleep);
        QTest::newRow("wait") << Main(waits);
        QTest::newRow("wait_for") << Main(waitsFor);
        QTest::newRow("as_completed") << Main(takesAsCompleted);
        QTest::newRow("timeout") << Main(isInTime);
    }
    void whatEndedInTimeKeepsNoTimer()
    {
        QFETCH(Main, first);
        LoopHarness harness;
        harness.run(thenWaitsForEver, first);
        QVERIFY(harness.log().contains(QStringLiteral(R"({"t":1,"e":"stalled","waiting":["Task-1"]})")));
    }
};

QTEST_GUILESS_MAIN(TestTimersLetGo)
#include "tst_timers_let_go.moc"
