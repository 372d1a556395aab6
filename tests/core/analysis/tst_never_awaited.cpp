// SPDX-License-Identifier: MIT
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/loop/runner.h"
#include "core/loop/sleep.h"
#include "core/loop/task_group.h"
#include "core/trace/recorder.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> work()
{
    co_await sleep(1s);
}

QCoro::Task<> forgets()
{
    co_await sleep(2s);
    (void)work();
}

QCoro::Task<> awaitsByName()
{
    auto later = work();
    co_await sleep(0s);
    co_await later;
}

QCoro::Task<> cancelsBeforeTheFirstStep()
{
    createTask(work).cancel();
    co_await sleep(1s);
}

QCoro::Task<> spawnsTooLate()
{
    TaskGroup group;
    co_await group.exit(nullptr);
    try {
        group.createTask(work());
    } catch (const RuntimeError &) {
    }
}

/// The hazards of a C++ program, whose main is `function`.
QString hazardsOf(QCoro::Task<> (*function)())
{
    Store store;
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    {
        Recorder recorder(channel);
        Loop loop(ClockKind::Virtual, &recorder);
        Runner runner(loop, QStringLiteral("r"), QStringLiteral("main"));
        QEventLoop untilEnd;
        runner.start({}, [&](const RunOutcome &) { untilEnd.quit(); }, function);
        untilEnd.exec();
    }
    reader.drain([&](const Record &record) { store.append(record); });
    return toText(store, hazardsOf(store)).remove(QStringLiteral("hazards of run r:\n"));
}

} // namespace

class TestNeverAwaited : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCoroutineThatIsThrownAwayIsNamed()
    {
        QCOMPARE(hazardsOf(forgets),
                 QStringLiteral("  never_awaited    2 s: Task-1 called work and never awaited it\n"));
    }

    void soIsOneThatAClosedGroupRefuses()
    {
        QCOMPARE(hazardsOf(spawnsTooLate),
                 QStringLiteral("  never_awaited    0 s: Task-1 called work and never awaited it\n"));
    }

    void whoIsAwaitedLaterOrCancelledBeforeItsFirstStepIsNot()
    {
        QCOMPARE(hazardsOf(awaitsByName), QString());
        QCOMPARE(hazardsOf(cancelsBeforeTheFirstStep), QString());
    }
};

QTEST_GUILESS_MAIN(TestNeverAwaited)
#include "tst_never_awaited.moc"
