// SPDX-License-Identifier: MIT
#include "core/coro/native_op.h"

#include <QNetworkReply>

#include <exception>
#include <utility>

namespace loopscope {
namespace {

struct Relay
{
    struct promise_type
    {
        Relay get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
    std::coroutine_handle<> handle;
};

Relay fireLater(NativeOp *op)
{
    op->fire();
    co_return;
}

} // namespace

NativeOp::~NativeOp()
{
    if (m_relay && !m_fired)
        m_relay.destroy(); // a fired one has run to its end
    QObject::disconnect(m_sourceGone);
}

void NativeOp::fire()
{
    m_fired = true;
    if (m_abandoned)
        delete this;
    else
        dismiss();
}

void NativeOp::dismiss()
{
    if (const auto call = std::exchange(onFired, nullptr))
        call();
}

void NativeOp::abandon(QObject *source)
{
    m_abandoned = true;
    onFired = nullptr;
    if (auto *const reply = qobject_cast<QNetworkReply *>(source); reply && reply->isRunning())
        reply->abort(); // finishes it, which fires and deletes this
    else if (source)
        m_sourceGone = QObject::connect(source, &QObject::destroyed, source, [this] { delete this; });
}

std::coroutine_handle<> NativeOp::relay()
{
    m_relay = fireLater(this).handle;
    return m_relay;
}

} // namespace loopscope
