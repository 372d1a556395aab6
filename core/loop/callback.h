// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/ready_queue.h"

#include <QString>

namespace loopscope {

class Loop;

/// A user's callback on its way: what asyncio calls a Handle.
class Callback final : public RefCounted
{
public:
    Callback(Loop &loop, quint32 number, std::function<void()> function, QByteArray payload)
        : m_loop(loop), m_number(number), m_function(std::move(function)), m_payload(std::move(payload))
    {
    }
    /// A ReadyEntry's function; `self` is a Callback.
    static void run(RefCounted &self, RefCounted *);

private:
    Loop &m_loop;
    quint32 m_number;
    std::function<void()> m_function;
    QByteArray m_payload;
};

/// Runs one user callback between its begin and end events; an error it lets out is an event, too.
void runCallback(Loop &loop, quint32 number, const QByteArray &payload, const std::function<void()> &callback);

/// What CallbackBegin says.
[[nodiscard]] QByteArray callbackPayload(const QByteArray &of, const QString &target);

} // namespace loopscope
