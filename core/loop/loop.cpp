// SPDX-License-Identifier: MIT
#include "core/loop/loop.h"

#include "core/base/json_text.h"
#include "core/loop/callback.h"
#include "core/loop/executor.h"
#include "core/loop/task_base.h"

#include <algorithm>

namespace loopscope {

Loop::Loop(ClockKind clock, LoopObserver *observer)
    : m_clock(clock), m_observer(observer), m_driver([this] { runPasses(); }),
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
    return m_observer->observe({kind, m_timeHeld ? m_heldTime : time(), task, subject, cause, std::move(payload)});
}

void Loop::holdTime()
{
    if (!observed() || m_clock == ClockKind::Virtual)
        return; // the virtual clock costs nothing to read, and moves by itself
    m_heldTime = time();
    m_timeHeld = true;
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

void Loop::addLink(LoopLink &link)
{
    link.m_next = m_links;
    if (m_links)
        m_links->m_previous = &link;
    m_links = &link;
}

void Loop::removeLink(LoopLink &link)
{
    if (m_links != &link && !link.m_previous)
        return; // removed before, when the loop ended
    (link.m_previous ? link.m_previous->m_next : m_links) = link.m_next;
    if (link.m_next)
        link.m_next->m_previous = link.m_previous;
    link.m_previous = link.m_next = nullptr;
}

void Loop::abandonAll()
{
    m_ready.clear();
    m_timers.clear();
    m_driver.cancelRequests();
    while (TaskBase *const task = m_tasks.first())
        task->abandon();
    const auto calls = m_outsideCalls.takeAll();
    while (LoopLink *const link = m_links) {
        removeLink(*link);
        link->unlink(); // which may destroy it, and others
    }
    m_ready.clear(); // what dying frames have made ready
    m_timers.clear();
}

void Loop::wake()
{
    if (!m_inPass)
        m_driver.requestPass();
}

} // namespace loopscope
