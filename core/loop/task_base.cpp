// SPDX-License-Identifier: MIT
#include "core/loop/task_base.h"

#include "core/base/json_text.h"
#include "core/coro/native_op.h"
#include "core/loop/native_future.h"
#include "core/loop/task.h"

namespace loopscope {

TaskBase &TaskBase::fromContext(RefCounted &context)
{
    return *static_cast<FutureBase &>(context).asTask();
}

void TaskBase::begin(const TaskOptions &options, const Location &location)
{
    m_number = m_loop.registerTask(*this);
    future().setGivenName(options.name);
    const EventId before = m_loop.cause();
    if (m_loop.observed())
        tellOfCreation(options, location);
    scheduleStep();
    m_loop.setCause(before);
}

void TaskBase::tellOfCreation(const TaskOptions &options, const Location &location)
{
    const TaskBase *const parent = m_loop.currentTask();
    const QString coroutine = options.coroutine.isNull() ? plainFunctionName(location.function_name())
                                                         : options.coroutine;
    m_loop.setCause(m_loop.emitEvent(EventKind::Created, id(), parent ? parent->m_number : 0,
                                     JsonObjectText().add("task", taskName()).add("coro", coroutine).text()));
}

QString TaskBase::taskName() const
{
    const QString given = future().givenName();
    return given.isNull() ? QStringLiteral("Task-%1").arg(m_number) : given;
}

EventId TaskBase::emitReady()
{
    return m_loop.observed() ? m_loop.emitEvent(EventKind::Ready, id()) : EventId{};
}

void TaskBase::scheduleStep()
{
    m_loop.scheduleBecause(emitReady(), &TaskBase::stepEntry, Ref<RefCounted>(&future()));
}

void TaskBase::scheduleWakeUp(Ref<RefCounted> task, FutureBase &future)
{
    TaskBase &self = fromContext(*task);
    self.m_loop.scheduleBecause(self.emitReady(), &TaskBase::wakeUp, std::move(task), Ref<FutureBase>(&future));
}

void TaskBase::stepEntry(RefCounted &task, RefCounted *)
{
    TaskBase &self = fromContext(task);
    self.step(static_cast<FutureBase &>(task).takeNextError());
}

void TaskBase::wakeUp(RefCounted &task, RefCounted *future)
{
    // As Task.__wakeup: the future's error is asked for, and so retrieved, even if a cancellation then replaces it.
    fromContext(task).step(static_cast<FutureBase *>(future)->errorForWaiter());
}

void TaskBase::step(std::exception_ptr error)
{
    if (future().done() || (m_started && !leaf()))
        return; // abandoned
    if (m_mustCancel) {
        if (!isCancelledError(error))
            error = std::make_exception_ptr(CancelledError(future().pendingCancelMessage()));
        m_mustCancel = false;
    }
    m_waiter = {};
    m_loop.pendingWaiter() = {};
    const Ref<FutureBase> alive(&future());
    TaskBase *const before = m_loop.currentTask();
    m_loop.setCurrentTask(this);
    if (m_loop.observed())
        m_loop.setCause(m_loop.emitEvent(EventKind::Resumed, id()));
    startOrResume(std::move(error));
    m_loop.setCurrentTask(before);
}

void TaskBase::startOrResume(std::exception_ptr error)
{
    FrameNode *first = nullptr;
    if (!m_started) {
        m_started = true;
        if (error) { // cancelled before its first step: nothing of its body runs
            dropRoot();
            return conclude(std::move(error));
        }
        first = root();
        first->started = true;
    }
    m_loop.moveTime();
    const bool finished = runFrames(first, std::move(error));
    m_loop.holdTime();
    if (finished) {
        m_loop.pendingWaiter() = {}; // of a native awaitable that was ready after all: it must not outlive the loop
        finishRoot();
    } else {
        suspended();
    }
}

void TaskBase::suspended()
{
    if (m_loop.observed())
        m_loop.emitEvent(EventKind::Suspended, id(), 0, suspendedPayload());
    Ref<FutureBase> waiter = std::move(m_loop.pendingWaiter());
    if (!waiter) {
        scheduleStep();
    } else if (waiter.get() == &future()) {
        future().setAwaitedItself();
        future().rare().nextError =
            std::make_exception_ptr(RuntimeError(QStringLiteral("Task cannot await on itself")));
        scheduleStep();
    } else {
        waitOn(std::move(waiter));
    }
}

void TaskBase::waitOn(Ref<FutureBase> waiter)
{
    waiter->addCallback(&TaskBase::wakeUp, Ref<RefCounted>(&future()));
    m_waiter = std::move(waiter);
    if (m_mustCancel && m_waiter->cancel(future().pendingCancelMessage()))
        m_mustCancel = false;
}

QByteArray TaskBase::suspendedPayload() const
{
    if (const QByteArray label = future().label(); !label.isEmpty())
        return label;
    const Ref<FutureBase> &waiter = m_loop.pendingWaiter();
    return payloadOf(waiter ? waiter->awaitWord() : AwaitWord::Sleep);
}

void TaskBase::conclude(std::exception_ptr error)
{
    const Ref<FutureBase> alive(&future());
    m_loop.unregisterTask(*this);
    if (m_loop.observed())
        m_loop.setCause(m_loop.emitEvent(EventKind::Done, id(), 0, donePayload(error)));
    const bool cancelledItself = m_mustCancel && !error; // in its last step
    if (cancelledItself)
        publishCancelled(nullptr, future().pendingCancelMessage());
    else if (!error)
        publishResult();
    else if (isCancelledError(error))
        publishCancelled(std::move(error), {});
    else
        publishError(std::move(error));
}

QByteArray TaskBase::donePayload(const std::exception_ptr &error) const
{
    if (!error)
        return m_mustCancel ? R"({"outcome":"cancelled"})" : resultPayload();
    const ErrorInfo what = describeError(error);
    if (!isCancelledError(error))
        return R"({"outcome":"exception",)" + errorMembers(what) + '}';
    JsonObjectText text;
    text.add("outcome", u"cancelled");
    if (!what.message.isEmpty())
        text.add("message", what.message);
    return text.text();
}

bool TaskBase::cancelTask(const QString &message)
{
    // Task.cancel calls its waiter's cancel, which may be a task's again: a loop here, for chains of any depth. Tasks
    // that wait for each other in a ring (where CPython recurses until it may not any more) end it, too.
    TaskBase *asked = nullptr;
    TaskBase *task = this;
    const EventId before = m_loop.cause();
    bool taken = true;
    for (quint32 steps = 0;; ++steps) {
        task->future().markRetrieved();
        if (task->future().done()) {
            taken = false;
            break;
        }
        QByteArray payload;
        if (!message.isEmpty())
            payload = JsonObjectText().add("message", message).text();
        m_loop.setCause(m_loop.emitEvent(EventKind::CancelRequested, m_loop.currentTaskId(), task->m_number,
                                         payload));
        ++task->m_cancelRequests;
        asked = task;
        const Ref<FutureBase> waiter = task->m_waiter;
        if (waiter && waiter->asTask() && steps < m_loop.tasksMade()) {
            task = waiter->asTask();
            continue;
        }
        taken = waiter && !waiter->asTask() && waiter->cancel(message);
        break;
    }
    m_loop.setCause(before);
    if (!taken && asked) {
        asked->m_mustCancel = true;
        asked->future().setPendingCancelMessage(message);
    }
    return asked != nullptr;
}

void TaskBase::cancelAtOnce()
{
    const Ref<FutureBase> alive(&future());
    if (!cancelTask({}) || (m_started && !leaf()))
        return;
    // It is cancelled too. A wake-up that is ready already finds a task that is done; no further one is told of.
    if (m_waiter)
        m_waiter->removeCallback(&TaskBase::wakeUp, &future());
    m_waiter = {};
    if (leaf()) {
        forgetRoot();
        destroyFrames();
    } else {
        dropRoot();
    }
    const EventId before = m_loop.cause();
    conclude(std::make_exception_ptr(CancelledError()));
    m_loop.setCause(before);
}

void TaskBase::waitForNative(NativeOp &op)
{
    const auto wait = makeRef<NativeFuture>(m_loop);
    m_loop.pendingWaiter() = wait;
    op.onFired = wait->fireFunction();
}

void TaskBase::neverAwaited(const FrameNode &frame)
{
    if (m_loop.observed())
        m_loop.emitEvent(EventKind::NeverAwaited, id(), 0,
                         JsonObjectText().add("coro", plainFunctionName(frame.location.function_name())).text());
}

void TaskBase::abandon()
{
    const Ref<FutureBase> alive(&future());
    m_loop.unregisterTask(*this);
    m_waiter = {};
    future().dropCallbacks();
    if (leaf()) {
        forgetRoot();
        destroyFrames();
    } else {
        dropRoot();
    }
}

} // namespace loopscope
