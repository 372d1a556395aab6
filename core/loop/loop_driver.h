// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <QBasicTimer>
#include <QObject>

#include <functional>

namespace loopscope {

/// Turns a loop's wish for its next pass into a Qt event: one posted event, or one precise timer, at a time. Qt's
/// own events, sockets and timers are looked at between two passes, as select() is in asyncio.
class LoopDriver final : public QObject
{
public:
    explicit LoopDriver(std::function<void()> pass) : m_pass(std::move(pass)) {}

    /// A pass as soon as Qt comes round. Several requests are one.
    void requestPass();
    /// A pass `wait` from now, not earlier; replaces an earlier such request.
    void requestPassIn(Nanos wait);
    /// Takes back what was asked for.
    void cancelRequests();

protected:
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    std::function<void()> m_pass;
    QBasicTimer m_timer;
    bool m_posted = false;
};

} // namespace loopscope
