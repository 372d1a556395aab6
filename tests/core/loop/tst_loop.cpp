// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>
#include <QThread>
#include <QTimer>

#include <thread>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> callbacksAndYields()
{
    Loop &loop = *Loop::running();
    loop.callSoon([] { print(QStringLiteral("soon 1")); });
    loop.callSoon([] {
        print(QStringLiteral("soon 2"));
        Loop::running()->callSoon([] { print(QStringLiteral("soon 3")); });
    });
    co_await sleep(0s);
    print(QStringLiteral("main"));
    co_await sleep(0s);
    print(QStringLiteral("main again"));
}

QCoro::Task<> timersDueTogether()
{
    Loop &loop = *Loop::running();
    loop.callLater(2s, [] { print(QStringLiteral("two")); });
    loop.callLater(1s, [] { print(QStringLiteral("one")); });
    loop.callLater(1s, [] { print(QStringLiteral("one, made later")); });
    loop.callLater(1s, [] { print(QStringLiteral("cancelled")); })->cancel();
    loop.callLater(0s, [] { print(QStringLiteral("zero is a timer, too")); });
    co_await sleep(3s);
}

QCoro::Task<> dueTimersStandBehindWhatIsReady()
{
    Loop &loop = *Loop::running();
    loop.callLater(1s, [] { print(QStringLiteral("timer")); });
    loop.callSoon([] { print(QStringLiteral("ready")); });
    loop.block(2s);
    co_await sleep(0s);
}

QCoro::Task<> cancelsATimerInItsOwnPass()
{
    Loop &loop = *Loop::running();
    auto second = std::make_shared<Ref<Timer>>();
    loop.callLater(1s, [second] { (*second)->cancel(); });
    *second = loop.callLater(1s, [] { print(QStringLiteral("never")); });
    co_await sleep(2s);
}

QCoro::Task<> throwsInACallback()
{
    Loop::running()->callSoon([] { throw ValueError(QStringLiteral("lost")); });
    co_await sleep(1s);
    print(QStringLiteral("the loop goes on"));
}

QCoro::Task<> nestsAQtLoop(int *passesInside)
{
    Loop::running()->callSoon([passesInside] { ++*passesInside; });
    QEventLoop nested;
    QTimer::singleShot(5, &nested, &QEventLoop::quit);
    nested.exec();
    *passesInside += 100 * *passesInside;
    co_return;
}

QCoro::Task<> hearsFromAThread(std::thread *thread)
{
    Loop &loop = *Loop::running();
    const Future<int> answer = createFuture<int>(loop);
    loop.outsideBegan();
    *thread = std::thread([&loop, state = answer.typedState().get()] {
        loop.callSoonThreadsafe([state, &loop] {
            state->setResult(42);
            loop.outsideDone();
        });
    });
    print(QString::number(co_await answer));
}

} // namespace

class TestLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPassRunsOnlyWhatWasReadyWhenItBegan()
    {
        LoopHarness harness;
        harness.run(callbacksAndYields);
        QCOMPARE(harness.prints(), QStringLiteral("0 soon 1\n0 soon 2\n0 main\n0 soon 3\n0 main again\n"));
    }

    void timersRunInOrderOfDeadlineThenCreation()
    {
        LoopHarness harness;
        harness.run(timersDueTogether);
        QCOMPARE(harness.prints(),
                 QStringLiteral("0 zero is a timer, too\n1 one\n1 one, made later\n2 two\n"));
    }

    void aDeadlineIsTheRoundedSumOfNowAndTheDelay()
    {
        LoopHarness harness;
        Loop &loop = harness.loop();
        QCOMPARE(loop.deadlineIn(0.6us), TracePoint{1000});
        QCOMPARE(loop.deadlineIn(2.5us), TracePoint{2000}); // a tie, to even
        loop.block(0.1s);
        QCOMPARE(loop.deadlineIn(0.2s), TracePoint{300'000'000});
        QCOMPARE(loop.deadlineIn(0.4us), TracePoint{100'000'000});
    }

    void dueTimersRunBehindWhatIsReady()
    {
        LoopHarness harness;
        harness.run(dueTimersStandBehindWhatIsReady);
        QCOMPARE(harness.prints(), QStringLiteral("2 ready\n2 timer\n"));
    }

    void aTimerCanBeCancelledUntilItsTurnComes()
    {
        LoopHarness harness;
        harness.run(cancelsATimerInItsOwnPass);
        QCOMPARE(harness.prints(), QString());
    }

    void anErrorInACallbackIsToldAndTheLoopGoesOn()
    {
        LoopHarness harness;
        harness.run(throwsInACallback);
        QCOMPARE(harness.prints(), QStringLiteral("1 the loop goes on\n"));
        QVERIFY(harness.log().contains(
            QStringLiteral(R"({"t":0,"e":"callback_error","type":"ValueError","message":"lost"})")));
    }

    void aNestedQtLoopRunsNoPass()
    {
        int passesInside = 0;
        LoopHarness harness;
        harness.run(nestsAQtLoop, &passesInside);
        QCOMPARE(passesInside, 1); // it ran, once, after the step that nested
    }

    void aThreadCanCallSoon()
    {
        std::thread thread;
        LoopHarness harness;
        harness.run(hearsFromAThread, &thread);
        thread.join();
        QCOMPARE(harness.prints(), QStringLiteral("0 42\n"));
    }

    void sleepsEndNotEarlyOnTheRealClock()
    {
        LoopHarness harness(ClockKind::Real);
        const RunOutcome outcome = harness.run([]() -> QCoro::Task<> { co_await sleep(20ms); });
        QVERIFY(outcome.cost >= 20ms);
    }

    void secondsRoundToMicrosecondsTiesToEven_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<qint64>("nanos");
        QTest::newRow("half to even down") << 0.0000005 << qint64(0);
        QTest::newRow("half to even up") << 0.0000015 << qint64(2000);
        QTest::newRow("a third") << 1.0 / 3 << qint64(333333000);
        QTest::newRow("zero") << 0.0 << qint64(0);
    }
    void secondsRoundToMicrosecondsTiesToEven()
    {
        QFETCH(double, seconds);
        QTEST(qint64(secondsToNanos(seconds).count()), "nanos");
    }
};

QTEST_GUILESS_MAIN(TestLoop)
#include "tst_loop.moc"
