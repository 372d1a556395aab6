// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> runsElsewhere()
{
    const QThread *const here = QThread::currentThread();
    const bool elsewhere = co_await runInExecutor([here] { return QThread::currentThread() != here; });
    print(elsewhere ? QStringLiteral("another thread") : QStringLiteral("this thread"));
    print(QThread::currentThread() == here ? QStringLiteral("back here") : QStringLiteral("elsewhere"));
}

QCoro::Task<> failsElsewhere()
{
    QString text;
    try {
        co_await runInExecutor([] { throw ValueError(QStringLiteral("from a thread")); });
    } catch (const ValueError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> leavesAJob(QSemaphore *go)
{
    const auto job = runInExecutor([go] { go->acquire(); });
    co_await sleep(0s);
    job.cancel();
    go->release();
    co_return;
}

QCoro::Task<QString> simulated(Seconds length)
{
    co_return co_await Loop::running()->executor().simulate(length, QStringLiteral("done"));
}

QCoro::Task<QString> simulatedUntilStopped(QSemaphore *stop)
{
    stop->release();
    co_return co_await simulated(3600s);
}

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void functionsRunOnAnotherThreadAndTheTaskGoesOnHere()
    {
        LoopHarness harness;
        harness.run(runsElsewhere);
        QCOMPARE(harness.prints(), QStringLiteral("0 another thread\n0 back here\n"));
    }

    void errorsCrossOver()
    {
        LoopHarness harness;
        harness.run(failsElsewhere);
        QCOMPARE(harness.prints(), QStringLiteral("0 from a thread\n"));
    }

    void theRunWaitsForJobsThatNobodyAwaits()
    {
        QSemaphore go;
        LoopHarness harness(ClockKind::Real);
        harness.run(leavesAJob, &go);
        QCOMPARE(harness.log().filter(QStringLiteral(R"("e":"executor_end","job":"Job-1")")).size(), 1);
        QVERIFY(harness.log().last().contains(QStringLiteral("run_end")));
    }

    void simulatedJobsAreTimersOnTheVirtualClock()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(simulated, Seconds(3600));
        QCOMPARE(outcome.payload, QByteArray(R"({"run":"main","outcome":"result","value":"done","cost":3600})"));
    }

    void stopWakesASleepingJobAndEndsTheRun()
    {
        LoopHarness harness(ClockKind::Real);
        const RunOutcome outcome = harness.runAndStop(simulatedUntilStopped);
        QVERIFY(!outcome.good);
        QVERIFY(outcome.cost < 60s);
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
