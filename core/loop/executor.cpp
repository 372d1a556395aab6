// SPDX-License-Identifier: MIT
#include "core/loop/executor.h"

#include <QThread>

namespace loopscope {

Executor::Executor(Loop &loop) : m_loop(loop)
{
    m_pool.setMaxThreadCount(std::min(32, QThread::idealThreadCount() + 4));
}

Executor::~Executor()
{
    m_pool.waitForDone();
}

Executor::Job Executor::begin()
{
    const quint32 number = ++m_jobs;
    const QByteArray payload = JsonObjectText().add("job", QStringLiteral("Job-%1").arg(number)).text();
    return {number, m_loop.emitEvent(EventKind::ExecutorBegin, m_loop.currentTaskId(), number, payload)};
}

void Executor::end(Job job)
{
    const QByteArray payload = JsonObjectText().add("job", QStringLiteral("Job-%1").arg(job.number)).text();
    m_loop.setCause(m_loop.emitCaused(job.began, EventKind::ExecutorEnd, {}, job.number, payload));
}

} // namespace loopscope
