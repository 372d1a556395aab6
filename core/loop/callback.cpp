// SPDX-License-Identifier: MIT
#include "core/loop/callback.h"

#include "core/base/json_text.h"
#include "core/loop/errors.h"
#include "core/loop/loop.h"

namespace loopscope {

void Callback::run(RefCounted &self, RefCounted *)
{
    auto &callback = static_cast<Callback &>(self);
    runCallback(callback.m_loop, callback.m_number, callback.m_payload, callback.m_function);
}

void runCallback(Loop &loop, quint32 number, const QByteArray &payload, const std::function<void()> &callback)
{
    loop.setCause(loop.emitEvent(EventKind::CallbackBegin, {}, number, payload));
    try {
        callback();
    } catch (...) {
        const ErrorInfo error = describeError(std::current_exception());
        loop.emitEvent(EventKind::CallbackError, {}, number, '{' + errorMembers(error) + '}');
        if (!loop.observed())
            qWarning("An error left a callback: %s: %s", error.type.constData(), qPrintable(error.message));
    }
    loop.emitEvent(EventKind::CallbackEnd, {}, number);
}

QByteArray callbackPayload(const QByteArray &of, const QString &target)
{
    JsonObjectText text;
    text.add("of", QString::fromUtf8(of));
    if (!target.isEmpty())
        text.add("target", target);
    return text.text();
}

} // namespace loopscope
