// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan_runner.h"
#include "core/trace/recorder.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>

class QThread;

namespace loopscope {

/// Where a plan runs: on a Qt event loop of its own, so that the window stays alive whatever the plan does;
/// or on the window's, to see what a frozen window is made of.
enum class LoopPlace { OwnThread, WindowLoop };

struct LiveRunOptions
{
    ClockKind clock = ClockKind::Real;
    LoopPlace place = LoopPlace::OwnThread;
    QStringList runs = {}; ///< names; all of the plan's if empty
    QUrl demoServer = {};
};

/// A plan under way in the window. What happens goes into a channel; `ended` comes when nothing of the plan
/// is left. Destroying it stops the plan: sleeps and blocks are interrupted, and its thread has ended before.
class LiveRun : public QObject
{
    Q_OBJECT

public:
    LiveRun(PlanRef plan, LiveRunOptions options, QObject *parent = nullptr);
    ~LiveRun() override;

    /// A reader of everything; to be taken before the start.
    [[nodiscard]] Channel::Reader reader() const { return m_channel->reader(); }
    /// On the window's loop: `makeRoom` reads what the window reads, when that is too far behind. Before the start.
    void setMakeRoom(std::function<void()> makeRoom) { m_recorder.setMakeRoom(std::move(makeRoom)); }
    void start();

    /// As Ctrl+C: the first time main is cancelled, the second time the run is abandoned.
    void requestStop();
    [[nodiscard]] bool isStopping() const { return m_stops > 0; }
    [[nodiscard]] ClockKind clock() const { return m_options.clock; }
    /// Real time since the start.
    [[nodiscard]] Nanos elapsed() const { return Nanos(m_elapsed.nsecsElapsed()); }

Q_SIGNALS:
    void ended();

private:
    void placeRun();
    void dropRunner();

    const LiveRunOptions m_options;
    std::shared_ptr<Channel> m_channel = std::make_shared<Channel>();
    Recorder m_recorder; ///< used on the plan's thread
    QElapsedTimer m_elapsed;
    int m_stops = 0;
    QMutex m_mutex; ///< guards that m_runner exists
    std::unique_ptr<PlanRunner> m_runner;
    std::unique_ptr<QThread> m_thread; ///< null on the window's loop
};

} // namespace loopscope
