// SPDX-License-Identifier: MIT
#include "core/loop/condition.h"

namespace loopscope::sync {

QCoro::Task<> Condition::wait()
{
    if (!locked())
        throw RuntimeError(QStringLiteral("cannot wait on un-acquired lock"));
    release();
    std::exception_ptr error;
    const auto waiter = m_waiters.append(AwaitWord::ConditionWait);
    try {
        co_await Future<>(waiter);
    } catch (...) {
        error = std::current_exception();
    }
    m_waiters.remove(waiter);
    for (bool taken = false; !taken;) {
        try {
            co_await acquire();
            taken = true;
        } catch (const CancelledError &) {
            error = std::make_exception_ptr(CancelledError());
        }
    }
    if (error)
        std::rethrow_exception(error);
}

void Condition::notify(qint64 count)
{
    if (!locked())
        throw RuntimeError(QStringLiteral("cannot notify on un-acquired lock"));
    for (const auto &waiter : m_waiters.line()) {
        if (count <= 0)
            break;
        if (!waiter->done()) {
            --count;
            waiter->setResult();
        }
    }
}

QCoro::Task<Guard<Condition>> Condition::hold()
{
    co_await acquire();
    co_return Guard<Condition>(*this);
}

} // namespace loopscope::sync
