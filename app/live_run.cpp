// SPDX-License-Identifier: MIT
#include "app/live_run.h"

#include <QThread>

namespace loopscope {

LiveRun::LiveRun(PlanRef plan, LiveRunOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)),
      m_recorder(m_channel, m_options.clock == ClockKind::Real ? WhenFull::Lose : WhenFull::Wait)
{
    PlanRunOptions runner;
    runner.clock = m_options.clock;
    runner.observer = &m_recorder;
    runner.demoServer = m_options.demoServer;
    m_runner = std::make_unique<PlanRunner>(std::move(plan), runner);
    // On the plan's thread, before the run's first event.
    connect(m_runner.get(), &PlanRunner::runAboutToBegin, this, &LiveRun::placeRun, Qt::DirectConnection);
    if (m_options.place == LoopPlace::WindowLoop) {
        connect(m_runner.get(), &PlanRunner::finished, this, &LiveRun::ended, Qt::QueuedConnection);
        return;
    }
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("plan"));
    m_runner->moveToThread(m_thread.get());
    connect(m_runner.get(), &PlanRunner::finished, m_thread.get(), &QThread::quit, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, this, &LiveRun::dropRunner, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, this, &LiveRun::ended, Qt::QueuedConnection);
}

LiveRun::~LiveRun()
{
    if (!m_thread || !m_thread->isRunning())
        return;
    m_channel->stopWaiting(); // nobody reads any more
    requestStop();
    requestStop();
    m_thread->wait();
}

void LiveRun::start()
{
    m_elapsed.start();
    // Posted first: the start of the thread then hands it over, which ThreadSanitizer sees; Qt's own locks it does not.
    PlanRunner *runner = m_runner.get();
    QMetaObject::invokeMethod(
        runner, [runner, runs = m_options.runs] { runner->start(runs); }, Qt::QueuedConnection);
    if (m_thread)
        m_thread->start();
}

void LiveRun::requestStop()
{
    ++m_stops;
    const QMutexLocker lock(&m_mutex);
    if (m_runner)
        m_runner->requestStop();
}

/// Runs on the real clock lie in the recording where they lay in time; virtual ones end to end.
void LiveRun::placeRun()
{
    if (m_options.clock == ClockKind::Real)
        m_recorder.setSinceStart(elapsed());
}

/// On the plan's thread, as its last deed: what lives there dies there.
void LiveRun::dropRunner()
{
    const QMutexLocker lock(&m_mutex);
    m_runner.reset();
}

} // namespace loopscope
