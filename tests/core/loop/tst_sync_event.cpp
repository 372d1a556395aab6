// SPDX-License-Identifier: MIT
#include "core/loop/sync_event.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> waits(sync::Event *event, QString name)
{
    co_await event->wait();
    print(name);
}

QCoro::Task<> setAndCleared()
{
    sync::Event event;
    const auto a = createTask(waits, &event, QStringLiteral("a"));
    const auto b = createTask(waits, &event, QStringLiteral("b"));
    co_await sleep(1s);
    event.set();
    event.clear();
    co_await a;
    co_await b;
    event.set();
    co_await event.wait();
    print(event.isSet() ? QStringLiteral("set") : QStringLiteral("?"));
}

} // namespace

class TestSyncEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakesAllEvenIfClearedAtOnce()
    {
        LoopHarness harness;
        harness.run(setAndCleared);
        QCOMPARE(harness.prints(), QStringLiteral("1 a\n1 b\n1 set\n"));
    }
};

QTEST_GUILESS_MAIN(TestSyncEvent)
#include "tst_sync_event.moc"
