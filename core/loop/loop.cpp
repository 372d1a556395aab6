// SPDX-License-Identifier: MIT
#include "core/loop/loop.h"

#include "core/base/json_text.h"
#include "core/loop/callback.h"
#include "core/loop/executor.h"
#include "core/loop/task_base.h"

#include <algorithm>

namespace loopscope {

Loop::Loop(ClockKind clock, LoopObserver *observer)
    : m_clock(clock), m_observer(observer), m_driver([this] { runPass(); }),
      m_wakeup(std::make_shared<Wakeup>(&m_driver))
{
    m_elapsed.start();
}

Loop::~Loop()
{
    m_wakeup->close();
    m_interruption->interrupt();
    m_executor.reset(); // waits for the jobs
    abandonAll();
    m_failed.clear();
}

TracePoint Loop::time() const
{
    return m_clock == ClockKind::Virtual ? m_now : TracePoint{m_elapsed.nsecsElapsed()};
}

TracePoint Loop::deadlineIn(Seconds delay) const
{
    if (m_clock == ClockKind::Real)
        return time() + secondsToNanos(delay.count());
    const double now = double(m_now.ns / 1000) / 1e6;
    return TracePoint{} + secondsToNanos(now + delay.count());
}

ReadyEntry Loop::entryFor(std::function<void()> callback, QByteArray of, const QString &target)
{
    QByteArray payload = observed() ? callbackPayload(of, target) : QByteArray();
    auto context = makeRef<Callback>(*this, ++m_callbackNumber, std::move(callback), std::move(payload));
    return {&Callback::run, std::move(context), {}, m_cause};
}

void Loop::callSoon(std::function<void()> callback, QByteArray of, const QString &target)
{
    m_ready.append(entryFor(std::move(callback), std::move(of), target));
    wake();
}

Ref<Timer> Loop::callLater(Seconds delay, std::function<void()> callback, QByteArray of)
{
    ReadyEntry entry = entryFor(std::move(callback), std::move(of), {});
    return scheduleAt(deadlineIn(delay), entry.run, std::move(entry.context));
}

Ref<Timer> Loop::callLaterSilently(Seconds delay, std::function<void()> callback)
{
    class Silent final : public RefCounted
    {
    public:
        explicit Silent(std::function<void()> call) : function(std::move(call)) {}
        std::function<void()> function;
    };
    return scheduleAt(
        deadlineIn(delay), [](RefCounted &self, RefCounted *) { static_cast<Silent &>(self).function(); },
        makeRef<Silent>(std::move(callback)));
}

void Loop::callSoonThreadsafe(std::function<void()> callback)
{
    m_wakeup->post([this, callback = std::move(callback)] {
        callSoon(callback, "call_soon_threadsafe");
    });
}

void Loop::print(const QString &text)
{
    if (observed())
        emitEvent(EventKind::Print, currentTaskId(), 0, JsonObjectText().add("text", text).text());
}

void Loop::block(Seconds length)
{
    const Nanos nanos = secondsToNanos(length.count());
    if (m_clock == ClockKind::Virtual)
        m_now += nanos;
    else
        m_interruption->sleep(nanos);
}

void Loop::setHost(LoopHost *host)
{
    m_host = host;
    wake();
}

Executor &Loop::executor()
{
    if (!m_executor)
        m_executor = std::make_unique<Executor>(*this);
    return *m_executor;
}

void Loop::schedule(ReadyEntry::Function run, Ref<RefCounted> context, Ref<RefCounted> argument)
{
    scheduleBecause(m_cause, run, std::move(context), std::move(argument));
}

void Loop::scheduleBecause(EventId cause, ReadyEntry::Function run, Ref<RefCounted> context,
                           Ref<RefCounted> argument)
{
    m_ready.append({run, std::move(context), std::move(argument), cause});
    wake();
}

Ref<Timer> Loop::scheduleAt(TracePoint when, ReadyEntry::Function run, Ref<RefCounted> context,
                            Ref<RefCounted> argument)
{
    auto timer = makeRef<Timer>(when, ++m_timerNumber,
                                ReadyEntry{run, std::move(context), std::move(argument), m_cause});
    m_timers.add(timer);
    if (!m_inPass)
        askForNextPass();
    return timer;
}

void Loop::outsideDone()
{
    --m_outside;
    wake();
    if (m_outside == 0 && m_host)
        m_host->outsideIdle();
}

EventId Loop::emitEvent(EventKind kind, TaskId task, quint32 subject, QByteArray payload)
{
    return emitCaused(m_cause, kind, task, subject, std::move(payload));
}

EventId Loop::emitCaused(EventId cause, EventKind kind, TaskId task, quint32 subject, QByteArray payload)
{
    if (!m_observer)
        return {};
    return m_observer->observe({kind, time(), task, subject, cause, std::move(payload)});
}

TaskId Loop::currentTaskId() const
{
    return m_currentTask ? m_currentTask->id() : TaskId{};
}

std::vector<Ref<FutureBase>> Loop::unfinishedTasks() const
{
    return m_tasks.futures();
}

quint32 Loop::registerTask(TaskBase &task)
{
    m_tasks.append(task);
    return ++m_taskNumber;
}

void Loop::unregisterTask(TaskBase &task)
{
    if (&task == m_mainTask)
        m_mainDoneAt = time();
    m_tasks.remove(task);
}

void Loop::noteFailed(Ref<FutureBase> future)
{
    // Those whose error has been asked for since are forgotten now and then, so that the list stays short.
    if (m_failed.size() >= m_failedCheck) {
        std::erase_if(m_failed, [](const Ref<FutureBase> &one) { return !one->isUnretrieved(); });
        m_failedCheck = std::max<size_t>(64, 2 * m_failed.size());
    }
    m_failed.push_back(std::move(future));
}

void Loop::abandonAll()
{
    m_ready.clear();
    m_timers.clear();
    m_driver.cancelRequests();
    while (TaskBase *const task = m_tasks.first())
        task->abandon();
    const auto calls = m_outsideCalls.takeAll();
    for (LoopLink *link : std::exchange(m_links, {}))
        link->unlink();
    m_ready.clear(); // what dying frames have made ready
    m_timers.clear();
}

void Loop::wake()
{
    if (!m_inPass)
        m_driver.requestPass();
}

void Loop::runPass()
{
    if (m_inPass)
        return; // a Qt event loop nested in a callback: asyncio does not run inside itself
    m_inPass = true;
    Loop *const before = std::exchange(s_running, this);
    waitForTimer();
    appendDueTimers();
    if (const size_t count = m_ready.size())
        runReady(count);
    m_cause = {};
    s_running = before;
    m_inPass = false;
    if (std::exchange(m_stopping, false) && m_host)
        m_host->stopped();
    askForNextPass();
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
    const TracePoint now = time();
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
        entry.run(*entry.context, entry.argument.get());
    }
    m_cause = {};
    emitEvent(EventKind::PassEnd, {}, pass);
}

void Loop::askForNextPass()
{
    if (!m_ready.empty())
        return m_driver.requestPass();
    const auto deadline = m_timers.nextDeadline();
    if (!deadline) {
        if (m_outside == 0 && m_host)
            m_driver.requestPass(); // to find that nothing can happen any more
    } else if (m_clock == ClockKind::Real) {
        m_driver.requestPassIn(*deadline - time());
    } else if (m_outside == 0) {
        m_driver.requestPass();
    }
}

} // namespace loopscope
