// SPDX-License-Identifier: MIT
#include "core/loop/shield.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> work(QString name, Seconds delay)
{
    try {
        co_await sleep(delay);
    } catch (const CancelledError &) {
        print(name + QStringLiteral(" cancelled"));
        throw;
    }
    print(name);
    co_return name;
}

QCoro::Task<> shielded()
{
    const auto inner = createTask(work, QStringLiteral("inner"), Seconds(3));
    const auto waiter = createTask([](Future<QString> f) -> QCoro::Task<QString> { co_return co_await shield(f); },
                                   Future<QString>(inner));
    co_await sleep(1s);
    waiter.cancel();
    QString text = QStringLiteral("?");
    try {
        co_await waiter;
    } catch (const CancelledError &) {
        text = QStringLiteral("waiter cancelled");
    }
    print(text);
    print(co_await shield(inner));
    print(shield(inner) == inner ? QStringLiteral("done: itself") : QStringLiteral("?"));
}

QCoro::Task<> failsAlone()
{
    const auto inner = createTask([]() -> QCoro::Task<> {
        co_await sleep(2s);
        throw ValueError(QStringLiteral("alone"));
    });
    const auto outer = shield(Future<>(inner));
    co_await sleep(1s);
    outer.cancel();
    co_await sleep(2s);
}

QCoro::Task<> innerCancelled()
{
    const auto inner = createFuture<>(*Loop::running());
    const auto outer = shield(inner);
    inner.cancel(QStringLiteral("why"));
    QString text;
    try {
        co_await outer;
    } catch (const CancelledError &error) {
        text = QStringLiteral("cancelled: ") + error.message();
    }
    print(text);
}

} // namespace

class TestShield : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whenItIsCancelledAnErrorOfTheInnerOneIsNobodys()
    {
        LoopHarness harness;
        harness.run(failsAlone);
        QCOMPARE(harness.log().filter(QStringLiteral("unretrieved")).size(), 1);
    }

    void aCancellationOfTheInnerOneComesWithoutItsMessage()
    {
        LoopHarness harness;
        harness.run(innerCancelled);
        QCOMPARE(harness.prints(), QStringLiteral("0 cancelled: \n"));
    }

    void keepsTheInnerOneGoing()
    {
        LoopHarness harness;
        harness.run(shielded);
        QCOMPARE(harness.prints(), QStringLiteral("1 waiter cancelled\n3 inner\n3 inner\n3 done: itself\n"));
    }
};

QTEST_GUILESS_MAIN(TestShield)
#include "tst_shield.moc"
