// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<int> returnsSix()
{
    co_await sleep(1s);
    co_return 6;
}

QCoro::Task<> stalls()
{
    co_await createFuture<>(*Loop::running(), QStringLiteral("f"));
}

QCoro::Task<> stallsBesideACancelledTimer()
{
    Loop &loop = *Loop::running();
    loop.callLater(9s, [] { print(QStringLiteral("never")); })->cancel();
    co_await createFuture<>(loop, QStringLiteral("f"));
}

QCoro::Task<> sleepsLong()
{
    co_await sleep(3600s);
}

QCoro::Task<> sleepsUntilStopped(QSemaphore *stop)
{
    stop->release();
    co_await sleep(3600s);
}

QCoro::Task<> ignoresStop(QSemaphore *stop)
{
    for (;;) {
        stop->release();
        try {
            co_await sleep(3600s);
        } catch (const CancelledError &) {
            print(QStringLiteral("ignored"));
        }
    }
}

QCoro::Task<> blocks(QSemaphore *stop)
{
    stop->release();
    Loop::running()->block(3600s);
    co_return;
}

QCoro::Task<> leavesTasks()
{
    createTask(sleepsLong);
    createTask(sleepsLong);
    co_await sleep(1s);
}

QCoro::Task<> counts()
{
    co_await sleep(1s);
    for (int i = 1; i < 9; ++i) {
        print(QString::number(i));
        co_await sleep(0s);
    }
}

QCoro::Task<> endsBesideOneThatCounts()
{
    createTask(counts);
    co_await sleep(1s);
}

QCoro::Task<> ignoresStalls()
{
    for (int i = 0; i < 5; ++i) {
        const auto never = createFuture<>(*Loop::running());
        try {
            co_await never;
        } catch (const CancelledError &) {
            print(QStringLiteral("ignored"));
        }
    }
}

QCoro::Task<> fallsWhenCancelled()
{
    try {
        co_await sleep(3600s);
    } catch (const CancelledError &) {
    }
    co_await sleep(1s);
    throw ValueError(QStringLiteral("in the end"));
}

QCoro::Task<> leavesOneThatFalls()
{
    createTask(fallsWhenCancelled);
    co_await sleep(1s);
}

} // namespace

class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsResultAndCost()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(returnsSix);
        QVERIFY(outcome.good);
        QCOMPARE(outcome.cost, Nanos(1s));
        QCOMPARE(outcome.payload, QByteArray(R"({"run":"main","outcome":"result","value":6,"cost":1})"));
    }

    void cancelsWhatIsLeftInOrderOfCreation()
    {
        LoopHarness harness;
        harness.run(leavesTasks);
        const QStringList cancels = harness.log().filter(QStringLiteral("\"e\":\"cancel\""));
        QCOMPARE(cancels, QStringList({R"({"t":1,"e":"cancel","task":null,"target":"Task-2"})",
                                       R"({"t":1,"e":"cancel","task":null,"target":"Task-3"})"}));
    }

    void aWholePassRunsAfterMainsLastStep()
    {
        LoopHarness harness;
        harness.run(endsBesideOneThatCounts);
        QCOMPARE(harness.prints(), QStringLiteral("1 1\n1 2\n"));
    }

    void theSecondStallEndsTheRunAndTheCleanUpCancelsMainOnceMore()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(ignoresStalls);
        QCOMPARE(harness.prints(), QStringLiteral("0 ignored\n0 ignored\n"));
        QCOMPARE(outcome.payload, QByteArray(R"({"run":"main","outcome":"stalled","cost":0})"));
    }

    void theCleanUpIsNotPartOfTheCostAndItsErrorsAreTold()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(leavesOneThatFalls);
        QCOMPARE(outcome.cost, Nanos(1s));
        QVERIFY(harness.log().contains(QStringLiteral(
            R"({"t":2,"e":"unretrieved","of":"Task-2","type":"ValueError","message":"in the end"})")));
    }

    void aStallIsToldAndCancelsMain()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(stalls);
        QVERIFY(harness.log().contains(QStringLiteral(R"({"t":0,"e":"stalled","waiting":["Task-1"]})")));
        QCOMPARE(outcome.payload, QByteArray(R"({"run":"main","outcome":"cancelled","cost":0})"));
    }

    void aCancelledTimerDoesNotPutAStallOff()
    {
        LoopHarness harness;
        harness.run(stallsBesideACancelledTimer);
        QVERIFY(harness.log().contains(QStringLiteral(R"({"t":0,"e":"stalled","waiting":["Task-1"]})")));
    }

    void stopCancelsMain()
    {
        LoopHarness harness(ClockKind::Real);
        const RunOutcome outcome = harness.runAndStop(sleepsUntilStopped);
        QVERIFY(outcome.payload.startsWith(R"({"run":"main","outcome":"cancelled","cost":)"));
    }

    void stopEndsABlock()
    {
        LoopHarness harness(ClockKind::Real);
        const RunOutcome outcome = harness.runAndStop(blocks);
        QVERIFY(outcome.cost < 60s);
    }

    void theSecondStopAbandonsTheRun()
    {
        LoopHarness harness(ClockKind::Real);
        const RunOutcome outcome = harness.runAndStop(ignoresStop);
        QCOMPARE(harness.prints().count(QStringLiteral("ignored")), 1);
        QVERIFY(outcome.payload.startsWith(R"({"run":"main","outcome":"abandoned","cost":)"));
        QVERIFY(!outcome.good);
    }

    void oneLoopServesRunAfterRun()
    {
        LoopHarness harness;
        QVERIFY(harness.run(returnsSix).good);
        QVERIFY(harness.run(returnsSix).good);
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
