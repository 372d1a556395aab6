// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

Q_DECLARE_METATYPE(loopscope::WaitOptions)

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<int> work(int seconds)
{
    co_await sleep(Seconds(seconds));
    if (seconds == 2)
        throw ValueError(QStringLiteral("two"));
    co_return seconds;
}

QString names(const std::vector<AnyFuture> &futures)
{
    QStringList list;
    for (const AnyFuture &future : futures)
        list << future.name();
    return u'[' + list.join(u' ') + u']';
}

QCoro::Task<> dial(WaitOptions options)
{
    std::vector<AnyFuture> tasks;
    for (const int seconds : {3, 1, 2})
        tasks.push_back(createTask(work, seconds));
    tasks.push_back(tasks.front()); // a twin counts once
    const WaitResult result = co_await wait(tasks, options);
    print(names(result.done) + u' ' + names(result.pending));
}

QCoro::Task<> waitsForNothing()
{
    QString text;
    try {
        co_await wait(std::vector<AnyFuture>());
    } catch (const ValueError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> waitsForWhatIsDone()
{
    const auto done = createFuture<>(*Loop::running());
    done.setResult();
    Loop::running()->callSoon([] { print(QStringLiteral("a pass in between")); });
    const std::vector<AnyFuture> futures(1, done);
    co_await wait(futures);
    print(QStringLiteral("back"));
}

QCoro::Task<> leavesBeforeTheFailure()
{
    std::vector<AnyFuture> futures;
    futures.push_back(createTask(work, 2));
    futures.push_back(createTask(work, 9));
    co_await wait(futures, {1s, ReturnWhen::FirstException});
    co_await sleep(3s);
}

QCoro::Task<> waitsBesideACancelledOne()
{
    std::vector<AnyFuture> futures;
    futures.push_back(createTask(work, 9));
    futures.push_back(createTask(work, 3));
    futures.push_back(createTask(work, 2));
    Loop::running()->callLater(1s, [first = futures.front()] { first.cancel(); });
    const WaitResult result = co_await wait(futures, {{}, ReturnWhen::FirstException});
    print(names(result.done) + u' ' + names(result.pending));
}

QCoro::Task<> waitsForTheFailed()
{
    std::vector<AnyFuture> futures;
    futures.push_back(createTask(work, 2));
    futures.push_back(createTask(work, 2));
    co_await sleep(3s);
    co_await wait(futures, {{}, ReturnWhen::FirstException});
}

} // namespace

class TestWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDialEndsItsWait_data()
    {
        QTest::addColumn<WaitOptions>("options");
        QTest::addColumn<QString>("prints");
        QTest::newRow("all") << WaitOptions{} << "3 [Task-2 Task-3 Task-4] []\n";
        QTest::newRow("first") << WaitOptions{{}, ReturnWhen::FirstCompleted} << "1 [Task-3] [Task-2 Task-4]\n";
        QTest::newRow("exception") << WaitOptions{{}, ReturnWhen::FirstException}
                                   << "2 [Task-3 Task-4] [Task-2]\n";
        QTest::newRow("timeout") << WaitOptions{0.5s, ReturnWhen::AllCompleted}
                                 << "0.5 [] [Task-2 Task-3 Task-4]\n";
    }
    void eachDialEndsItsWait()
    {
        QFETCH(WaitOptions, options);
        LoopHarness harness;
        harness.run(dial, options);
        QTEST(harness.prints(), "prints");
    }

    void afterItsEndItAsksNobodyForAnError()
    {
        LoopHarness harness;
        harness.run(leavesBeforeTheFailure);
        QCOMPARE(harness.log().filter(QStringLiteral("unretrieved")).size(), 1);
    }

    /// In listed order; the last counts the wait to its end, error or not.
    void ofTheFailedItAsksAllButTheLastForTheirErrors()
    {
        LoopHarness harness;
        harness.run(waitsForTheFailed);
        QCOMPARE(harness.log().filter(QStringLiteral("unretrieved")),
                 QStringList(QStringLiteral(
                     R"({"t":3,"e":"unretrieved","of":"Task-3","type":"ValueError","message":"two"})")));
    }

    void aCancelledOneIsNoFailedOne()
    {
        LoopHarness harness;
        harness.run(waitsBesideACancelledOne);
        QCOMPARE(harness.prints(), QStringLiteral("2 [Task-2 Task-4] [Task-3]\n"));
    }

    void nothingToWaitForIsAnError()
    {
        LoopHarness harness;
        harness.run(waitsForNothing);
        QCOMPARE(harness.prints(), QStringLiteral("0 Set of Tasks/Futures is empty.\n"));
    }

    void suspendsEvenIfAllIsDone()
    {
        LoopHarness harness;
        harness.run(waitsForWhatIsDone);
        QCOMPARE(harness.prints(), QStringLiteral("0 a pass in between\n0 back\n"));
    }
};

QTEST_GUILESS_MAIN(TestWait)
#include "tst_wait.moc"
