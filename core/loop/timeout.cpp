// SPDX-License-Identifier: MIT
#include "core/loop/timeout.h"

namespace loopscope {

/// What the loop holds: it may be called after the block was left, and then does nothing.
class Timeout::Handler final : public RefCounted
{
public:
    explicit Handler(Timeout *owner) : m_owner(owner) {}
    void forget() { m_owner = nullptr; }
    void setTimer(Ref<Timer> timer) { m_timer = std::move(timer); }
    void cancel()
    {
        m_owner = nullptr;
        if (const auto timer = std::exchange(m_timer, {}))
            timer->cancel();
    }
    static void run(RefCounted &self, RefCounted *)
    {
        auto &handler = static_cast<Handler &>(self);
        if (handler.m_owner)
            handler.m_owner->expire();
    }

private:
    Timeout *m_owner;
    Ref<Timer> m_timer;
};

Timeout::Timeout(std::optional<Seconds> delay) : m_loop(*Loop::running())
{
    if (delay)
        m_when = m_loop.deadlineIn(*delay);
}

Timeout::~Timeout()
{
    cancelHandler();
}

void Timeout::enter()
{
    Q_ASSERT(m_state == State::Created);
    m_task = m_loop.currentTask();
    m_cancelling = m_task->cancelling();
    m_state = State::Entered;
    setHandler();
}

void Timeout::reschedule(std::optional<Seconds> delay)
{
    static constexpr const char *names[] = {"created", "active", "expiring", "expired", "finished"};
    if (m_state != State::Entered)
        throw RuntimeError(QStringLiteral("Cannot change state of %1 Timeout").arg(QLatin1String(names[int(m_state)])));
    m_when = delay ? std::optional(m_loop.deadlineIn(*delay)) : std::nullopt;
    setHandler();
}

void Timeout::setHandler()
{
    cancelHandler();
    if (!m_when)
        return;
    m_handler = makeRef<Handler>(this);
    if (*m_when <= m_loop.time())
        m_loop.schedule(&Handler::run, m_handler);
    else
        m_handler->setTimer(m_loop.scheduleAt(*m_when, &Handler::run, m_handler));
}

void Timeout::cancelHandler()
{
    if (const auto handler = std::exchange(m_handler, {}))
        handler->cancel();
}

void Timeout::expire()
{
    m_task->cancelTask({});
    m_state = State::Expiring;
    m_handler->forget();
    m_handler = {};
}

std::exception_ptr Timeout::exit(std::exception_ptr error)
{
    cancelHandler();
    if (m_state != State::Expiring) {
        m_state = State::Exited;
        return error;
    }
    m_state = State::Expired;
    if (m_task->uncancel() <= m_cancelling && isCancelledError(error))
        return std::make_exception_ptr(TimeoutError());
    return error;
}

} // namespace loopscope
