// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/frame_host.h"
#include "core/loop/future_base.h"

namespace loopscope {

/// The part of a task that does not depend on its result: its steps and its cancellation (CPython: asyncio.Task).
///
/// Making a task appends its first step to the ready queue. A step runs the coroutine until it suspends or ends.
/// Suspended by a bare yield: its next step is appended. Suspended on a future: its wake-up is added to that
/// future's callbacks, and the future is its waiter until the next step begins. Ended: the task, a future itself,
/// gets its result, and whoever awaits it wakes one pass later.
class TaskBase : public FrameHost
{
public:
    explicit TaskBase(Loop &loop) : m_loop(loop) {}

    [[nodiscard]] virtual FutureBase &future() = 0;
    /// The task whose step runs now. There must be one.
    [[nodiscard]] static TaskBase &current() { return static_cast<TaskBase &>(*FrameHost::current()); }

    [[nodiscard]] TaskId id() const { return {m_number}; }
    [[nodiscard]] const QString &taskName() const { return m_name; }

    /// Task.cancel: asks the waiter to cancel, down a chain of tasks; where there is none, the next step will throw.
    bool cancelTask(const QString &message);
    /// Task.uncancel: one request fewer; returns how many are left.
    int uncancel() { return m_cancelRequests > 0 ? --m_cancelRequests : 0; }
    /// Task.cancelling.
    [[nodiscard]] int cancelling() const { return m_cancelRequests; }

    /// The message of the latest cancellation that no waiter took.
    [[nodiscard]] const QString &pendingCancelMessage() const { return m_cancelMessage; }

    /// What the next suspension is said to be on, as the payload of its event; empty: the awaited future's word.
    void setLabel(QByteArray payload) { m_label = std::move(payload); }

    // For awaiters, inside a step.

    /// The running frame waits for `future`, which is not done.
    void awaitFuture(Ref<FutureBase> future, FrameNode &frame)
    {
        m_pendingWaiter = std::move(future);
        park(frame);
    }
    /// The running frame gives way once (a bare yield, asyncio.sleep(0)).
    void yield(FrameNode &frame)
    {
        m_pendingWaiter = {};
        park(frame);
    }
    void waitForNative(NativeOp &op) override;
    /// Tells of it (asyncio: RuntimeWarning "coroutine … was never awaited").
    void neverAwaited(const FrameNode &frame) override;

    // For futures and the loop.

    static void wakeUp(RefCounted &task, RefCounted *future);
    static void scheduleWakeUp(Ref<RefCounted> task, FutureBase &future);
    /// Destroys what is left of the coroutine; the task stays pending for good.
    void abandon();

protected:
    /// Enters the task into the loop, tells of its creation and makes its first step ready.
    void begin(const QString &name, const QString &coroutine);
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
    EventId emitReady();

    Loop &m_loop;
    Ref<FutureBase> m_waiter;        ///< what a suspended task waits for
    Ref<FutureBase> m_pendingWaiter; ///< what the running step is about to wait for
    std::exception_ptr m_nextError;  ///< to throw at the next bare step
    TaskBase *m_previousTask = nullptr;
    TaskBase *m_nextTask = nullptr;
    QString m_name;
    QString m_cancelMessage;
    QByteArray m_label;
    quint32 m_number = 0;
    int m_cancelRequests = 0;
    bool m_mustCancel = false;
    bool m_started = false;
};

} // namespace loopscope
