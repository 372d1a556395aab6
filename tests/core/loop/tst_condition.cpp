// SPDX-License-Identifier: MIT
#include "core/loop/condition.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> waits(sync::Condition *condition, QString name)
{
    const auto held = co_await condition->hold();
    co_await condition->wait();
    print(name);
}

QCoro::Task<> notified()
{
    sync::Condition condition;
    const auto a = createTask(waits, &condition, QStringLiteral("a"));
    const auto b = createTask(waits, &condition, QStringLiteral("b"));
    const auto c = createTask(waits, &condition, QStringLiteral("c"));
    co_await sleep(1s);
    {
        const auto held = co_await condition.hold();
        condition.notify();
        print(QStringLiteral("one"));
    }
    co_await a;
    co_await sleep(1s);
    {
        const auto held = co_await condition.hold();
        condition.notifyAll();
    }
    co_await b;
    co_await c;
    QString text;
    try {
        condition.notify();
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> notifiesTwiceAtOnce()
{
    sync::Condition condition;
    const auto a = createTask(waits, &condition, QStringLiteral("a"));
    const auto b = createTask(waits, &condition, QStringLiteral("b"));
    co_await sleep(1s);
    {
        const auto held = co_await condition.hold();
        condition.notify();
        condition.notify();
    }
    co_await a;
    co_await b;
}

} // namespace

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakesSoManyAndThenTheRest()
    {
        LoopHarness harness;
        harness.run(notified);
        QCOMPARE(harness.prints(), QStringLiteral("1 one\n1 a\n2 b\n2 c\n2 cannot notify on un-acquired lock\n"));
    }

    void whoIsNotifiedAlreadyDoesNotCount()
    {
        LoopHarness harness;
        harness.run(notifiesTwiceAtOnce);
        QCOMPARE(harness.prints(), QStringLiteral("1 a\n1 b\n"));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
