// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <coroutine>
#include <functional>

namespace loopscope {

/// A wait for something that is not ours: a QTimer, a QNetworkReply, a QFuture, a signal, a QCoro::Task that runs
/// by itself. It lives on the heap, because a cancelled waiter leaves at once while the thing waited for may fire,
/// or die, much later.
class NativeOp
{
public:
    NativeOp() = default;
    NativeOp(const NativeOp &) = delete;
    NativeOp &operator=(const NativeOp &) = delete;
    virtual ~NativeOp();

    /// Called when the thing waited for resumes us. Calls `onFired`, or deletes this if it was abandoned.
    void fire();
    [[nodiscard]] bool fired() const { return m_fired; }

    /// There is nothing to wait for after all: tells the host as a firing would.
    void dismiss();

    /// The waiter leaves before the firing, and this owns itself from now on. If `source`, where there is one,
    /// dies without firing, this dies with it; without a source it waits for the firing, however long. A QNetworkReply
    /// that still runs is aborted: nobody waits for it any more.
    void abandon(QObject *source);

    /// A coroutine handle that stands in for the waiting frame's: resuming it fires this. Valid as long as this lives.
    [[nodiscard]] std::coroutine_handle<> relay();

    std::function<void()> onFired; ///< set by the host

private:
    std::coroutine_handle<> m_relay;
    bool m_fired = false;
    bool m_abandoned = false;
    QMetaObject::Connection m_sourceGone;
};

} // namespace loopscope
