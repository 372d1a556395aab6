// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "tests/support/plan_run.h"

#include <QTest>

#include <thread>

using namespace loopscope;

namespace {

PlanRef twoRuns()
{
    return *parsePlan(R"({"plan": 1, "shared": [{"set": "count", "value": 0}],
                          "coroutines": {
                            "tick": [{"add": "count", "value": 1}, {"print": "{count}"}, {"return": {"var": "count"}}],
                            "nap": [{"sleep": 3600}, {"print": "never"}],
                            "sleeper": [{"try": [{"sleep": 3600}], "except": [
                                           {"type": "CancelledError", "do": [{"sleep": 3600}]}]}],
                            "spin": [{"repeat": 1000000000000, "do": []}]},
                          "runs": [{"name": "first", "main": "tick"}, {"name": "second", "main": "tick"},
                                   {"name": "long", "main": "nap"}, {"name": "stubborn", "main": "sleeper"},
                                   {"name": "endless", "main": "spin"}]})",
                      QString());
}

QStringList namesOf(const Store &store)
{
    QStringList names;
    for (const RunInfo &run : store.runs())
        names << run.name;
    return names;
}

/// Runs these on the real clock, and stops when the run begins; returns the outcomes of all that ended.
QStringList outcomesWhenStopped(const QStringList &runs, int stops)
{
    Store store;
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder(channel);
    PlanRunner runner(twoRuns(), {ClockKind::Real, &recorder, {}});
    QEventLoop untilEnd;
    std::thread elsewhere;
    const auto stop = [&] {
        elsewhere = std::thread([&runner, stops] {
            for (int i = 0; i < stops; ++i)
                runner.requestStop();
        });
    };
    QObject::connect(&runner, &PlanRunner::runAboutToBegin, &runner,
                     [&] { QMetaObject::invokeMethod(&runner, stop, Qt::QueuedConnection); });
    QObject::connect(&runner, &PlanRunner::finished, &untilEnd, &QEventLoop::quit);
    runner.start(runs);
    untilEnd.exec();
    elsewhere.join();
    reader.drain([&](const Record &record) { store.append(record); });
    QStringList outcomes;
    for (const RunInfo &run : store.runs())
        outcomes << run.name + u' ' + run.outcome;
    return outcomes;
}

} // namespace

class TestPlanRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsFollowEachOtherInThePlansOrderEachWithSharedVariablesOfItsOwn()
    {
        const auto store = recordedRun(twoRuns(), {QStringLiteral("second"), QStringLiteral("first")});
        QCOMPARE(namesOf(*store), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        for (const RunInfo &run : store->runs())
            QCOMPARE(run.prints.front().text, QStringLiteral("1"));
    }

    void timeIsVirtualUnlessAskedOtherwise()
    {
        const auto store = recordedRun(twoRuns(), {QStringLiteral("long")});
        QCOMPARE(store->runs().front().cost, Nanos(std::chrono::hours(1)));
        QVERIFY(!store->runs().front().realClock);
    }

    void stopCancelsMainAndNoFurtherRunBegins()
    {
        QCOMPARE(outcomesWhenStopped({QStringLiteral("long"), QStringLiteral("endless")}, 1),
                 QStringList{QStringLiteral("long cancelled")});
    }

    void stopEndsALoopThatNeverWaits()
    {
        QCOMPARE(outcomesWhenStopped({QStringLiteral("endless")}, 1),
                 QStringList{QStringLiteral("endless cancelled")});
    }

    void theSecondStopAbandonsTheRun()
    {
        QCOMPARE(outcomesWhenStopped({QStringLiteral("stubborn")}, 2),
                 QStringList{QStringLiteral("stubborn abandoned")});
    }

    void aRunnerMayDieInTheMiddleOfARun()
    {
        const auto channel = std::make_shared<Channel>();
        Recorder recorder(channel);
        auto runner = std::make_unique<PlanRunner>(twoRuns(), PlanRunOptions{ClockKind::Real, &recorder, {}});
        QEventLoop untilBegun;
        connect(runner.get(), &PlanRunner::runAboutToBegin, &untilBegun, &QEventLoop::quit,
                Qt::QueuedConnection);
        runner->start({QStringLiteral("long")});
        untilBegun.exec();
        runner.reset();
    }
};

QTEST_GUILESS_MAIN(TestPlanRunner)
#include "tst_plan_runner.moc"
