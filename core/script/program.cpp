// SPDX-License-Identifier: MIT
#include "core/script/program.h"

#include "core/net/fetcher.h"
#include "core/plan/plan_error.h"
#include "core/script/run_things.h"

#include <QUrl>

#include <cstdio>

namespace loopscope::script {

Program::Program(int &argc, char **argv, ClockKind clock) : m_application(argc, argv), m_clock(clock)
{
    const QString demoServer = m_application.arguments().value(1);
    if (clock == ClockKind::Real)
        m_fetcher = std::make_unique<Fetcher>(QUrl(demoServer));
    s_running = this;
}

Program::~Program()
{
    dropCurrent();
    s_running = nullptr;
}

int Program::exec()
{
    QMetaObject::invokeMethod(this, &Program::beginNext, Qt::QueuedConnection);
    QCoreApplication::exec();
    return m_status;
}

Fetcher *Program::fetcher()
{
    return s_running ? s_running->m_fetcher.get() : nullptr;
}

void Program::beginNext()
{
    dropCurrent();
    if (m_waiting.empty())
        return QCoreApplication::quit();
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_loop = std::make_unique<Loop>(m_clock);
    m_runner = std::make_unique<Runner>(*m_loop, next.name, next.name);
    next.start(*m_runner, {{}, next.name}, [this](const RunOutcome &outcome) { endCurrent(outcome); });
}

void Program::endCurrent(const RunOutcome &outcome)
{
    if (!outcome.good)
        m_status = 1;
    if (outcome.error)
        std::fprintf(stderr, "%s\n", qPrintable(valueText(errorValue(outcome.error))));
    // The loop that has just ended is still on the stack.
    QMetaObject::invokeMethod(this, &Program::beginNext, Qt::QueuedConnection);
}

/// Frames first: they still refer to things.
void Program::dropCurrent()
{
    m_runner.reset();
    if (m_loop)
        m_loop->abandonAll();
    runThings().letAllGo();
    m_loop.reset();
}

} // namespace loopscope::script
