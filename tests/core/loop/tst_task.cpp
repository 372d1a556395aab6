// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> named(QString text)
{
    print(text);
    co_return text;
}

QCoro::Task<> startsOnTheNextPass()
{
    const auto task = createTask(named, QStringLiteral("task"));
    print(QStringLiteral("made"));
    co_await sleep(0s);
    print(task.result());
}

QCoro::Task<int> depth(int levels)
{
    if (levels == 0) {
        co_await sleep(1s);
        co_return 0;
    }
    co_return 1 + co_await depth(levels - 1);
}

QCoro::Task<> unwindsADeepChain(int levels)
{
    print(QString::number(co_await depth(levels)));
    const auto doomed = createTask(depth, levels);
    co_await sleep(0s);
    doomed.cancel();
    bool cancelled = false;
    try {
        co_await doomed;
    } catch (const CancelledError &) {
        cancelled = true;
    }
    print(cancelled ? QStringLiteral("cancelled") : QStringLiteral("not cancelled"));
    createTask(depth, levels); // left over: the run's end cancels it
    co_await sleep(0s);
}

/// Says when it goes, so that order and completeness of destruction can be seen.
struct Witness
{
    QString name;
    QStringList *gone;
    ~Witness() { gone->append(name); }
};

QCoro::Task<> holds(QString name, QStringList *gone, int levels)
{
    const Witness witness{name + QString::number(levels), gone};
    if (levels == 0)
        co_await createFuture<>(*Loop::running()); // never set
    else
        co_await holds(name, gone, levels - 1);
}

QCoro::Task<> swallows()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        print(QStringLiteral("ignored"));
    }
    co_await sleep(1s);
}

QCoro::Task<> cancelCounts()
{
    const auto task = createTask(swallows);
    co_await sleep(1s);
    task.cancel();
    co_await task;
    print(QString::number(task.cancelling()) + QLatin1String(task.cancelled() ? " cancelled" : " not cancelled"));
    print(QString::number(task.uncancel()));
}

QCoro::Task<> fails()
{
    co_await sleep(1s);
    throw ValueError(QStringLiteral("lost"));
}

QCoro::Task<> neverAwaited()
{
    (void)named(QStringLiteral("never printed"));
    auto later = named(QStringLiteral("awaited by its name"));
    co_await later;
}

QCoro::Task<> awaitsItself(std::shared_ptr<Task<>> self)
{
    QString text;
    try {
        co_await *self;
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> selfAwaiter()
{
    const auto self = std::make_shared<Task<>>();
    *self = createTask(awaitsItself, self);
    const Task<> task = *self;
    co_await task;
    *self = {};
}

QCoro::Task<> awaitsItselfAndSleeps(std::shared_ptr<Task<>> self)
{
    co_await awaitsItself(self);
    co_await sleep(1s);
}

QCoro::Task<> awaitsASelfAwaiter()
{
    const auto self = std::make_shared<Task<>>();
    *self = createTask(awaitsItselfAndSleeps, self);
    const Task<> task = *self;
    co_await sleep(0s);
    co_await sleep(0s);
    QString text;
    try {
        co_await task;
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
    co_await sleep(2s);
    co_await task;
    print(QStringLiteral("awaited"));
    *self = {};
}

QCoro::Task<> awaitsTask(std::shared_ptr<Task<>> other)
{
    const Task<> task = *other;
    co_await task;
}

QCoro::Task<> cancelsARing()
{
    const auto second = std::make_shared<Task<>>();
    const auto first = createTask(awaitsTask, second);
    *second = createTask(awaitsTask, std::make_shared<Task<>>(first));
    co_await sleep(1s);
    print(first.cancel() ? QStringLiteral("asked") : QStringLiteral("refused"));
    *second = {};
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStepIsOnTheNextPass()
    {
        LoopHarness harness;
        harness.run(startsOnTheNextPass);
        QCOMPARE(harness.prints(), QStringLiteral("0 made\n0 task\n0 task\n"));
    }

    void deepChainsNeitherGrowTheStackNorRecurse()
    {
        LoopHarness harness;
        harness.run(unwindsADeepChain, 100'000);
        QCOMPARE(harness.prints(), QStringLiteral("1 100000\n1 cancelled\n"));
    }

    void abandonedTasksLetGoInnermostFirst()
    {
        QStringList gone;
        {
            LoopHarness harness;
            harness.loop().callSoon([&] { createTask(holds, QStringLiteral("frame "), &gone, 2); });
            harness.run([]() -> QCoro::Task<> { co_await sleep(0s); co_await sleep(0s); });
            QCOMPARE(gone, QStringList({"frame 0", "frame 1", "frame 2"})); // cancelled by the run's end
            gone.clear();
            harness.loop().callSoon([&] { createTask(holds, QStringLiteral("left "), &gone, 2); });
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            QCOMPARE(gone, QStringList());
        }
        QCOMPARE(gone, QStringList({"left 0", "left 1", "left 2"})); // destroyed with the loop
    }

    void swallowedCancellationsStayCounted()
    {
        LoopHarness harness;
        harness.run(cancelCounts);
        QCOMPARE(harness.prints(), QStringLiteral("1 ignored\n2 1 not cancelled\n2 0\n"));
    }

    void anErrorNobodyAskedForIsTold()
    {
        LoopHarness harness;
        harness.run([]() -> QCoro::Task<> {
            createTask(fails);
            co_await sleep(2s);
        });
        QVERIFY(harness.log().contains(
            QStringLiteral(R"({"t":2,"e":"unretrieved","of":"Task-2","type":"ValueError","message":"lost"})")));
    }

    void coroutinesRunOnlyWhenAwaited()
    {
        LoopHarness harness;
        harness.run(neverAwaited);
        QCOMPARE(harness.prints(), QStringLiteral("0 awaited by its name\n"));
    }

    void aTaskCannotAwaitItself()
    {
        LoopHarness harness;
        harness.run(selfAwaiter);
        QCOMPARE(harness.prints(), QStringLiteral("0 Task cannot await on itself\n"));
    }

    /// CPython forgets to take back that it is being awaited.
    void aTaskThatAwaitedItselfCannotBeAwaitedWhileItIsPending()
    {
        LoopHarness harness;
        harness.run(awaitsASelfAwaiter);
        QCOMPARE(harness.prints(), QStringLiteral("0 Task cannot await on itself\n"
                                                  "0 await wasn't used with future\n2 awaited\n"));
    }

    void cancellingARingOfTasksComesToAnEnd()
    {
        LoopHarness harness;
        const RunOutcome outcome = harness.run(cancelsARing);
        QCOMPARE(harness.prints(), QStringLiteral("1 asked\n"));
        QVERIFY2(outcome.payload.contains("stalled"), outcome.payload.constData());
    }

    void functionNamesArePlain_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QString>("name");
        QTest::newRow("free") << QByteArray("QCoro::Task<int> shop::fetch(QUrl)") << "fetch";
        QTest::newRow("template") << QByteArray("QCoro::Task<std::map<int, A> > ns::S::f(std::vector<int>)") << "f";
        QTest::newRow("hidden") << QByteArray("QCoro::Task<> {anonymous}::a()") << "a";
        QTest::newRow("hidden, clang") << QByteArray("QCoro::Task<> (anonymous namespace)::a()") << "a";
        QTest::newRow("bare") << QByteArray("fetch") << "fetch";
    }
    void functionNamesArePlain()
    {
        QFETCH(QByteArray, signature);
        QTEST(plainFunctionName(signature.constData()), "name");
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
