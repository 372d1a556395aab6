// SPDX-License-Identifier: MIT
#include "core/loop/future_base.h"

#include "core/loop/callback.h"
#include "core/loop/task_base.h"

#include <algorithm>

namespace loopscope {

FutureBase::~FutureBase() = default;

FutureBase::Rare &FutureBase::rare()
{
    if (!m_rare)
        m_rare = std::make_unique<Rare>();
    return *m_rare;
}

void FutureBase::setGivenName(const QString &name)
{
    if (!name.isNull())
        rare().name = name;
}

void FutureBase::setPendingCancelMessage(const QString &message)
{
    if (m_rare || !message.isNull())
        rare().pendingCancelMessage = message;
}

const QString &FutureBase::pendingCancelMessage() const
{
    static const QString none;
    return m_rare ? m_rare->pendingCancelMessage : none;
}

bool FutureBase::cancel(const QString &message)
{
    m_unretrieved = false;
    if (done())
        return false;
    cancelWith(nullptr, message);
    return true;
}

void FutureBase::cancelWith(std::exception_ptr error, const QString &message)
{
    m_state = State::Cancelled;
    if (error || !message.isNull() || m_rare) {
        rare().cancelMessage = message;
        rare().cancelledError = std::move(error);
    }
    scheduleCallbacks();
}

std::exception_ptr FutureBase::makeCancelledError()
{
    if (m_rare && m_rare->cancelledError)
        return std::exchange(m_rare->cancelledError, nullptr);
    // A task that was to be cancelled and ended otherwise still has the message, which gather then asks for.
    const bool otherwise = asTask() && !cancelled();
    return std::make_exception_ptr(CancelledError(otherwise ? pendingCancelMessage() : cancelMessage()));
}

const QString &FutureBase::cancelMessage() const
{
    static const QString none;
    return m_rare ? m_rare->cancelMessage : none;
}

std::exception_ptr FutureBase::exception()
{
    if (cancelled())
        std::rethrow_exception(makeCancelledError());
    if (!done())
        throw InvalidStateError(QStringLiteral("Exception is not set."));
    m_unretrieved = false;
    return peekError();
}

std::exception_ptr FutureBase::errorForWaiter()
{
    if (cancelled())
        return makeCancelledError();
    m_unretrieved = false;
    return peekError();
}

void FutureBase::requireResult()
{
    if (!done())
        throw InvalidStateError(QStringLiteral("Result is not set."));
    if (const auto error = errorForWaiter())
        std::rethrow_exception(error);
}

void FutureBase::requireAwaitable() const
{
    if (m_awaitedItself && !done())
        throw RuntimeError(QStringLiteral("await wasn't used with future"));
}

void FutureBase::requireSettable(const char *operation)
{
    if (asTask())
        throw RuntimeError(QStringLiteral("Task does not support %1 operation").arg(QLatin1String(operation)));
    if (done())
        throw InvalidStateError(QStringLiteral("invalid state"));
}

void FutureBase::setException(std::exception_ptr error)
{
    requireSettable("set_exception");
    finish(std::move(error));
}

void FutureBase::finish(std::exception_ptr error)
{
    m_state = State::Finished;
    if (error) {
        rare().error = std::move(error);
        if (creation()) {
            m_unretrieved = true;
            m_loop.noteFailed(Ref<FutureBase>(this));
        }
    }
    scheduleCallbacks();
}

void FutureBase::addDoneCallback(std::function<void()> callback)
{
    const QByteArray payload = m_loop.observed() ? callbackPayload("done_callback", name()) : QByteArray();
    using UserCallback = loopscope::Callback;
    addCallback(&UserCallback::run,
                makeRef<UserCallback>(m_loop, m_loop.nextCallback(), std::move(callback), payload));
}

void FutureBase::addCallback(Callback callback, Ref<RefCounted> context)
{
    Entry entry{callback, std::move(context)};
    if (done())
        scheduleCallback(std::move(entry));
    else if (!m_firstCallback.callback && (!m_rare || m_rare->moreCallbacks.empty()))
        m_firstCallback = std::move(entry);
    else
        rare().moreCallbacks.push_back(std::move(entry));
}

void FutureBase::removeCallback(Callback callback, const RefCounted *context)
{
    const auto same = [&](const Entry &entry) {
        return entry.callback == callback && entry.context.get() == context;
    };
    if (same(m_firstCallback))
        m_firstCallback = {};
    if (m_rare)
        std::erase_if(m_rare->moreCallbacks, same);
}

void FutureBase::dropCallbacks()
{
    m_firstCallback = {};
    if (m_rare)
        m_rare->moreCallbacks.clear();
}

void FutureBase::scheduleCallbacks()
{
    if (m_firstCallback.callback)
        scheduleCallback(std::exchange(m_firstCallback, {}));
    if (!m_rare)
        return;
    for (Entry &entry : std::exchange(m_rare->moreCallbacks, {}))
        scheduleCallback(std::move(entry));
}

void FutureBase::scheduleCallback(Entry entry)
{
    if (entry.callback == &TaskBase::wakeUp)
        TaskBase::scheduleWakeUp(std::move(entry.context), *this);
    else
        m_loop.schedule(entry.callback, std::move(entry.context), Ref<FutureBase>(this));
}

} // namespace loopscope
