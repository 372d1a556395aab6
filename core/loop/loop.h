// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/loop_observer.h"
#include "core/loop/interruption.h"
#include "core/loop/loop_driver.h"
#include "core/loop/outside_calls.h"
#include "core/loop/ready_queue.h"
#include "core/loop/task_list.h"
#include "core/loop/timer_queue.h"
#include "core/loop/wakeup.h"

#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace loopscope {

class FutureBase;
class TaskBase;
class Executor;

/// Seconds as asyncio takes them: a double. Any std::chrono duration converts to it.
using Seconds = std::chrono::duration<double>;

enum class ClockKind { Virtual, Real };

/// Who is told when a loop has stopped or can never go on: the runner of a whole run.
class LoopHost
{
public:
    /// `Loop::stop` was called in the pass that has just ended.
    virtual void stopped() = 0;
    /// Nothing is ready, no timer is left, and nothing outside can wake the loop (asyncio: select(None) for ever).
    /// Called inside a pass, before its callbacks are counted: what it makes ready runs in the same pass.
    virtual void stalled() = 0;
    /// Nothing outside is awaited any more.
    virtual void outsideIdle() = 0;

protected:
    ~LoopHost() = default;
};

/// Something that holds futures which hold it again (a gather and its children). Python's collector would find such
/// rings; here the loop cuts them when it ends.
class LoopLink
{
public:
    virtual void unlink() = 0;

protected:
    virtual ~LoopLink() = default;

private:
    friend class Loop;
    LoopLink *m_previous = nullptr;
    LoopLink *m_next = nullptr;
};

/// asyncio's event loop on Qt's (CPython: asyncio.base_events.BaseEventLoop).
///
/// `ready` is a FIFO of callbacks. One pass (`_run_once`): if it is empty, wait for the earliest timer; append every
/// due timer's callback behind what is there, in order of (deadline, creation); then run exactly as many
/// callbacks as `ready` holds. What they add waits for the next pass. Nobody is ever called directly: whoever sets a
/// future, cancels a task or wakes a sleeper appends to `ready`.
///
/// A pass and a Qt event are separate notions. One Qt event runs passes for a slice of 200 us, as long as there is
/// something to run, and looks at due timers in each; then Qt's own events, sockets and timers have their turn. The
/// loop never nests: a Qt event loop opened inside a callback serves Qt, while this loop waits for the callback to
/// return.
///
/// On the virtual clock waiting takes no time: time jumps to the earliest timer. It stands still while something
/// outside is awaited (a native awaitable, a job on a thread), because that takes real time.
///
/// A loop belongs to the thread that made it. What we do not do: file descriptors, signals, subprocesses (Qt has
/// them), or several loops in a pass of each other.
class Loop
{
public:
    explicit Loop(ClockKind clock, LoopObserver *observer = nullptr);
    ~Loop(); ///< destroys what is left of every task, innermost frames first, and waits for jobs on threads
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// The loop whose pass runs on this thread; null outside a pass.
    [[nodiscard]] static Loop *running() noexcept { return s_running; }
    /// The task whose step runs now, or null (asyncio.current_task).
    [[nodiscard]] TaskBase *currentTask() const noexcept { return m_currentTask; }

    [[nodiscard]] ClockKind clock() const { return m_clock; }
    /// Time since the loop was made.
    [[nodiscard]] TracePoint time() const;
    /// The instant `delay` from now, in whole microseconds, by the same arithmetic on doubles as asyncio's.
    [[nodiscard]] TracePoint deadlineIn(Seconds delay) const;

    /// Runs `callback` in the next pass (loop.call_soon). `of` is what events call it.
    void callSoon(std::function<void()> callback, QByteArray of = "call_soon", const QString &target = {});
    /// Runs `callback` when `delay` has passed, in a pass of that time (loop.call_later).
    Ref<Timer> callLater(Seconds delay, std::function<void()> callback, QByteArray of = "call_later");
    /// Runs `callback` soon; from any thread (loop.call_soon_threadsafe).
    void callSoonThreadsafe(std::function<void()> callback);
    [[nodiscard]] std::shared_ptr<Wakeup> wakeup() const { return m_wakeup; }

    /// Says that the running task (or callback) prints `text`; nothing is written anywhere else.
    void print(const QString &text);

    /// The loop stands still for `length` while the clock moves on (time.sleep in a coroutine). `interrupt` ends it.
    void block(Seconds length);
    [[nodiscard]] const std::shared_ptr<Interruption> &interruption() const { return m_interruption; }

    /// Ends the run at the end of the current pass (loop.stop); the host is told.
    void stop() { m_stopping = true; }
    void setHost(LoopHost *host);
    [[nodiscard]] Executor &executor();

    // For the primitives of this folder.

    /// Appends to `ready`, silently; the cause is what happens now unless one is given.
    void schedule(ReadyEntry::Function run, Ref<RefCounted> context, Ref<RefCounted> argument = {});
    void scheduleBecause(EventId cause, ReadyEntry::Function run, Ref<RefCounted> context,
                         Ref<RefCounted> argument = {});
    Ref<Timer> scheduleAt(TracePoint when, ReadyEntry::Function run, Ref<RefCounted> context,
                          Ref<RefCounted> argument = {});
    /// A way for another thread to make `call` happen here, once; see OutsideCalls.
    [[nodiscard]] OutsideCalls::Call outsideCall(OutsideCalls::Function call)
    {
        return m_outsideCalls.add(std::move(call), m_wakeup);
    }
    void dropOutsideCall(quint32 number) { m_outsideCalls.drop(number); }
    Ref<Timer> callLaterSilently(Seconds delay, std::function<void()> callback);
    /// Something outside is awaited from now on, until `outsideDone`.
    void outsideBegan() { ++m_outside; }
    void outsideDone();
    [[nodiscard]] int outsideCount() const { return m_outside; }

    [[nodiscard]] bool observed() const noexcept { return m_observer != nullptr; }
    /// Tells the observer, if there is one, of something that happens now. `cause`: what happens now if not given.
    EventId emitEvent(EventKind kind, TaskId task = {}, quint32 subject = 0, QByteArray payload = {});
    EventId emitCaused(EventId cause, EventKind kind, TaskId task = {}, quint32 subject = 0,
                       QByteArray payload = {});
    /// Reads the clock for the events that follow without any user's code between them: a task's suspension, what
    /// that makes ready, and the resumption of the next. `moveTime` ends that.
    void holdTime();
    void moveTime() { m_timeHeld = false; }
    /// What is happening now: the cause of what follows from it.
    [[nodiscard]] EventId cause() const { return m_cause; }
    void setCause(EventId cause) { m_cause = cause; }
    [[nodiscard]] TaskId currentTaskId() const;

    /// Every task that is not done, in creation order.
    [[nodiscard]] std::vector<Ref<FutureBase>> unfinishedTasks() const;
    quint32 registerTask(TaskBase &task);   ///< returns its number; the loop owns it until it is done
    void unregisterTask(TaskBase &task);
    [[nodiscard]] quint32 tasksMade() const { return m_taskNumber; }
    quint32 nextCallback() { return ++m_callbackNumber; }
    quint32 nextCreation() { return ++m_creations; }
    void noteFailed(Ref<FutureBase> future); ///< an error was set that nobody has asked for yet
    [[nodiscard]] const std::vector<Ref<FutureBase>> &failed() const { return m_failed; }
    quint32 nextCollector() { return ++m_collectors; } ///< see FutureBase::markSeen
    /// What the running step is about to wait for; none: it gives way.
    [[nodiscard]] Ref<FutureBase> &pendingWaiter() { return m_pendingWaiter; }
    void setCurrentTask(TaskBase *task) { m_currentTask = task; }
    /// The task whose end is the run's cost, and when it ended.
    void setMainTask(const TaskBase *task) { m_mainTask = task; }
    [[nodiscard]] std::optional<TracePoint> mainDoneAt() const { return m_mainDoneAt; }
    void addLink(LoopLink &link);
    void removeLink(LoopLink &link);
    /// Drops every callback and timer and destroys every unfinished task's frames.
    void abandonAll();
    void wake();

private:
    void runPasses();
    void runPass();
    void runReady(size_t count);
    void waitForTimer();
    void appendDueTimers();
    /// Zero: now. Nothing: only an outside call can make it worth while.
    [[nodiscard]] std::optional<Nanos> untilNextPass();
    void askForNextPass();
    ReadyEntry entryFor(std::function<void()> callback, QByteArray of, const QString &target);

    const ClockKind m_clock;
    LoopObserver *const m_observer;
    LoopHost *m_host = nullptr;
    ReadyQueue m_ready;
    TimerQueue m_timers;
    TaskList m_tasks; ///< unfinished
    TaskBase *m_currentTask = nullptr;
    const TaskBase *m_mainTask = nullptr;
    Ref<FutureBase> m_pendingWaiter;
    std::optional<TracePoint> m_mainDoneAt;
    std::vector<Ref<FutureBase>> m_failed;
    LoopLink *m_links = nullptr; ///< the newest
    OutsideCalls m_outsideCalls;
    size_t m_failedCheck = 64;
    TracePoint m_now;           ///< virtual clock
    QElapsedTimer m_elapsed;    ///< real clock
    EventId m_cause;
    quint32 m_timerNumber = 0, m_callbackNumber = 0, m_taskNumber = 0, m_passNumber = 0, m_creations = 0;
    quint32 m_collectors = 0;
    int m_outside = 0;
    TracePoint m_heldTime;
    bool m_inPass = false, m_stopping = false, m_timeHeld = false;
    std::shared_ptr<Interruption> m_interruption = std::make_shared<Interruption>();
    LoopDriver m_driver;
    std::shared_ptr<Wakeup> m_wakeup;
    std::unique_ptr<Executor> m_executor;

    static inline constinit thread_local Loop *s_running = nullptr;
};

} // namespace loopscope
