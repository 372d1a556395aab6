// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/wakeup.h"

#include <QHash>

namespace loopscope {

/// Calls that other threads may make happen on a loop's thread. The functions themselves stay here and are touched
/// on the loop's thread only; what goes round is their number.
class OutsideCalls
{
public:
    using Function = std::function<void()>;

    /// `bring` makes the call happen, once. It may be called, copied and destroyed on any thread; on the loop's own
    /// thread the call happens at once.
    struct Call
    {
        quint32 number;
        Function bring;
    };

    /// Adds a call that `home` brings here. On the loop's thread, as all that follows.
    [[nodiscard]] Call add(Function function, const std::shared_ptr<Wakeup> &home);
    void drop(quint32 number);
    /// Gives up all; the caller destroys them when it suits, since dying they may drop each other.
    [[nodiscard]] QHash<quint32, Function> takeAll() { return std::exchange(m_calls, {}); }

private:
    void arrive(quint32 number);

    QHash<quint32, Function> m_calls;
    quint32 m_last = 0;
};

} // namespace loopscope
