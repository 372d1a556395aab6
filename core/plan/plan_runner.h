// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/runner.h"
#include "core/plan/plan_parser.h"
#include "core/plan/timing_session.h"

#include <QMutex>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace loopscope {

class Execution;
class Fetcher;

struct PlanRunOptions
{
    ClockKind clock = ClockKind::Virtual;
    LoopObserver *observer = nullptr; ///< hears all runs; borrowed
    QUrl demoServer;                  ///< where `demo:/…` addresses go; empty if there is none
    std::optional<TimingSession> session = {};
};

/// Runs the runs of a plan one after the other, each on a loop of its own, on the Qt event loop of the thread
/// it lives on. Repeats go in rounds (all runs, then all again), so that a machine that grows slower or
/// faster meanwhile does so for all runs alike.
class PlanRunner : public QObject
{
    Q_OBJECT

public:
    PlanRunner(PlanRef plan, PlanRunOptions options);
    ~PlanRunner() override; ///< whatever still runs is destroyed

    /// Begins with the next pass of Qt's event loop. `runs` are names of the plan's runs; all of them, in
    /// order, if empty. Once only. May be invoked from another thread through its Qt event loop.
    void start(const QStringList &runs = {});

    /// As Ctrl+C: cancels main, and no further run begins; the second time the run is abandoned. Any thread.
    void requestStop();

Q_SIGNALS:
    void runAboutToBegin(const QString &name);
    void runEnded(const QString &name, const loopscope::RunOutcome &outcome);
    /// All that were to run have ended, or were stopped.
    void finished();

private:
    struct CurrentRun;

    /// A run to come, and what its RunBegin says of the round.
    struct Turn
    {
        const PlanRun *run = nullptr;
        QByteArray round;
    };

    void plan(const QStringList &runs);
    void beginNext();
    void dropCurrent();
    void endCurrent(const RunOutcome &outcome);

    const PlanRef m_plan;
    const PlanRunOptions m_options;
    std::vector<Turn> m_waiting; ///< the next one last
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<CurrentRun> m_current;
    QMutex m_mutex; ///< guards what follows, and the existence of m_current's runner
    int m_stops = 0;
};

} // namespace loopscope
