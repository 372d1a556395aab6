// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/frame_host.h"
#include "core/loop/future_base.h"

namespace loopscope {

/// `name`: what Task.get_name gives, "Task-N" if null (a name uses up its N, too). `coroutine`: what events call
/// its code; the function's own name if null.
struct TaskOptions
{
    QString name;
    QString coroutine;
};

/// The plain name in what Location calls a function: `fetch` in "QCoro::Task<int> shop::fetch(QUrl)".
[[nodiscard]] QString plainFunctionName(const char *signature);

/// The part of a task that does not depend on its result: its steps and its cancellation (CPython: asyncio.Task).
///
/// Making a task appends its first step to the ready queue. A step runs the coroutine until it suspends or ends.
/// Suspended by a bare yield: its next step is appended. Suspended on a future: its wake-up is added to that
/// future's callbacks, and the future is its waiter until the next step begins. Ended: the task, a future itself,
/// gets its result, and whoever awaits it wakes one pass later.
class TaskBase : public FrameHost
{
public:
    explicit TaskBase(Loop &loop) : m_loop(loop), m_creation(loop.nextCreation()) {}

    [[nodiscard]] virtual FutureBase &future() = 0;
    [[nodiscard]] virtual const FutureBase &future() const = 0;
    /// The task whose step runs now. There must be one.
    [[nodiscard]] static TaskBase &current() { return static_cast<TaskBase &>(*FrameHost::current()); }

    [[nodiscard]] TaskId id() const { return {m_number}; }
    [[nodiscard]] quint32 taskCreation() const { return m_creation; }
    bool markTaskSeen(quint32 collector) { return std::exchange(m_seenBy, collector) != collector; }
    /// The name it was given, or "Task-N".
    [[nodiscard]] QString taskName() const;

    /// What its latest step suspended on; null while it is ready, running or done, and after a bare yield.
    [[nodiscard]] const FutureBase *waiter() const { return m_waiter.get(); }

    /// Task.cancel: asks the waiter to cancel, down a chain of tasks; where there is none, the next step will throw.
    bool cancelTask(const QString &message);
    /// Cancels it without letting it say anything: its frames are destroyed here, and it is done. While its own step
    /// runs that cannot be; then this is cancelTask.
    void cancelAtOnce();
    /// Task.uncancel: one request fewer; returns how many are left.
    int uncancel() { return m_cancelRequests > 0 ? int(--m_cancelRequests) : 0; }
    /// Task.cancelling.
    [[nodiscard]] int cancelling() const { return int(m_cancelRequests); }

    /// What suspensions are said to be on from now on, as the payload of their events; empty: the awaited future's
    /// word.
    void setLabel(QByteArray payload) { future().rare().label = std::move(payload); }

    // For awaiters, inside a step.

    /// The running frame waits for `future`, which is not done.
    void awaitFuture(Ref<FutureBase> future, FrameNode &frame)
    {
        m_loop.pendingWaiter() = std::move(future);
        park(frame);
    }
    /// The running frame gives way once (a bare yield, asyncio.sleep(0)).
    void yield(FrameNode &frame)
    {
        m_loop.pendingWaiter() = {};
        park(frame);
    }
    void waitForNative(NativeOp &op) override;
    /// Tells of it (asyncio: RuntimeWarning "coroutine … was never awaited").
    void neverAwaited(const FrameNode &frame) override;

    // For futures and the loop.

    /// Whether a ready entry with this function is a task's step.
    [[nodiscard]] static bool isStep(ReadyEntry::Function run) { return run == &stepEntry || run == &wakeUp; }
    static void wakeUp(RefCounted &task, RefCounted *future);
    static void scheduleWakeUp(Ref<RefCounted> task, FutureBase &future);
    /// Destroys what is left of the coroutine; the task stays pending for good.
    void abandon();

protected:
    /// Enters the task into the loop, tells of its creation and makes its first step ready.
    void begin(const TaskOptions &options, const Location &location);
    [[nodiscard]] virtual FrameNode *root() = 0;
    /// The root has finished: take its result or error, let its frame go, and call `conclude`.
    virtual void finishRoot() = 0;
    /// The root never ran, or will not run on: let its frame go.
    virtual void dropRoot() = 0;
    /// A chain that is to be destroyed from within: the root's QCoro::Task must forget it.
    virtual void forgetRoot() = 0;
    /// Future.set_result with the value that finishRoot has taken.
    virtual void publishResult() = 0;
    [[nodiscard]] virtual QByteArray resultPayload() const = 0;
    virtual void publishError(std::exception_ptr error) = 0;
    virtual void publishCancelled(std::exception_ptr error, const QString &message) = 0;

    /// The last step ends, with an error unless that is null.
    void conclude(std::exception_ptr error);

private:
    friend class Loop;
    friend class TaskList;

    static void stepEntry(RefCounted &task, RefCounted *);
    static TaskBase &fromContext(RefCounted &context);
    void scheduleStep();
    void step(std::exception_ptr error);
    void startOrResume(std::exception_ptr error);
    void suspended();
    void waitOn(Ref<FutureBase> waiter);
    [[nodiscard]] QByteArray suspendedPayload() const;
    [[nodiscard]] QByteArray donePayload(const std::exception_ptr &error) const;
    void tellOfCreation(const TaskOptions &options, const Location &location);
    EventId emitReady();

    Loop &m_loop;
    Ref<FutureBase> m_waiter; ///< what a suspended task waits for
    TaskBase *m_previousTask = nullptr;
    TaskBase *m_nextTask = nullptr;
    quint32 m_creation;
    quint32 m_seenBy = 0;
    quint32 m_number = 0;
    quint32 m_cancelRequests : 30 = 0;
    bool m_mustCancel : 1 = false;
    bool m_started : 1 = false;
};

} // namespace loopscope
