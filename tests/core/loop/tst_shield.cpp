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

} // namespace

class TestShield : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheInnerOneGoing()
    {
        LoopHarness harness;
        harness.run(shielded);
        QCOMPARE(harness.prints(), QStringLiteral("1 waiter cancelled\n3 inner\n3 inner\n3 done: itself\n"));
    }
};

QTEST_GUILESS_MAIN(TestShield)
#include "tst_shield.moc"
