// SPDX-License-Identifier: MIT
// The passes of a Loop: when they run, and what one does (CPython: BaseEventLoop._run_once).
#include "core/base/json_text.h"
#include "core/loop/loop.h"
#include "core/loop/task_base.h"

namespace loopscope {
namespace {

/// How long passes may follow each other before Qt has its turn. A turn of Qt's costs 1 to 2 us, a pass with one
/// callback 50 ns: at 200 us Qt costs one per cent, and a window is far from noticing the wait.
constexpr Nanos slice = std::chrono::microseconds(200);

} // namespace

void Loop::runPasses()
{
    if (m_inPass)
        return; // a Qt event loop nested in a callback: asyncio does not run inside itself
    m_inPass = true;
    const qint64 end = m_elapsed.nsecsElapsed() + slice.count();
    do
        runPass();
    while (untilNextPass() == Nanos::zero() && m_elapsed.nsecsElapsed() < end);
    m_inPass = false;
    askForNextPass();
}

void Loop::runPass()
{
    Loop *const before = std::exchange(s_running, this);
    waitForTimer();
    appendDueTimers();
    if (const size_t count = m_ready.size())
        runReady(count);
    m_cause = {};
    moveTime();
    s_running = before;
    if (std::exchange(m_stopping, false) && m_host)
        m_host->stopped();
}

void Loop::waitForTimer()
{
    if (!m_ready.empty() || m_stopping)
        return;
    const auto deadline = m_timers.nextDeadline();
    if (deadline && m_clock == ClockKind::Virtual && m_outside == 0)
        m_now = std::max(m_now, *deadline);
    else if (!deadline && m_outside == 0 && m_host)
        m_host->stalled();
}

void Loop::appendDueTimers()
{
    holdTime();
    const TracePoint now = m_timeHeld ? m_heldTime : time();
    while (const Ref<Timer> timer = m_timers.takeDue(now)) {
        if (timer->cancelled())
            continue;
        EventId fired;
        if (observed())
            fired = emitCaused(timer->cause(), EventKind::TimerFired, {}, timer->number(),
                               JsonObjectText().add("due_ns", timer->when().ns).text());
        // The timer itself stays the callback's context, so that it can be cancelled until its turn comes.
        m_ready.append({[](RefCounted &context, RefCounted *) {
                            ReadyEntry entry = static_cast<Timer &>(context).takeEntry();
                            if (entry.run)
                                entry.run(*entry.context, entry.argument.get());
                        },
                        timer, {}, fired});
    }
}

void Loop::runReady(size_t count)
{
    const quint32 pass = ++m_passNumber;
    emitEvent(EventKind::PassBegin, {}, pass);
    for (; count > 0 && !m_ready.empty(); --count) {
        const ReadyEntry entry = m_ready.takeFirst();
        m_cause = entry.cause;
        if (!TaskBase::isStep(entry.run))
            moveTime();
        entry.run(*entry.context, entry.argument.get());
    }
    m_cause = {};
    emitEvent(EventKind::PassEnd, {}, pass);
}

std::optional<Nanos> Loop::untilNextPass()
{
    if (!m_ready.empty())
        return Nanos::zero();
    const auto deadline = m_timers.nextDeadline();
    if (deadline && m_clock == ClockKind::Real)
        return std::max(Nanos::zero(), *deadline - time());
    // Time jumps to the timer; or a pass finds that nothing can happen any more.
    if (m_outside == 0 && (deadline || m_host))
        return Nanos::zero();
    return {};
}

void Loop::askForNextPass()
{
    const auto wait = untilNextPass();
    if (wait == Nanos::zero())
        m_driver.requestPass();
    else if (wait)
        m_driver.requestPassIn(*wait);
}

} // namespace loopscope
