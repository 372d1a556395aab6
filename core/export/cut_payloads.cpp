// SPDX-License-Identifier: MIT
#include "core/export/cut_payloads.h"

#include "core/base/json_text.h"
#include "core/trace/payload_view.h"

namespace loopscope {

namespace {

QByteArray withMember(const QByteArray &payload, QByteArrayView key, const QByteArray &value)
{
    return JsonObjectText().addMembers(payload).addRaw(key, value).text();
}

std::optional<QByteArray> timerPayload(const QByteArray &payload, Nanos clipped)
{
    const auto due = PayloadView(payload).integer("due_ns");
    if (!due)
        return std::nullopt;
    return JsonObjectText().add("due_ns", *due - qint64(clipped.count())).text();
}

} // namespace

std::optional<QByteArray> cutPayload(const Store &store, const Event &event, const CutAway &away)
{
    const bool isClipped = away.clipped > Nanos::zero();
    const QByteArray payload = store.payload(event.payload);
    const bool isObject = payload.startsWith('{') && payload.endsWith('}');
    switch (event.kind) {
    case EventKind::RunBegin:
        if (isClipped && isObject)
            return withMember(payload, "cut_ns", QByteArray::number(qint64(away.clipped.count())));
        return std::nullopt;
    case EventKind::TimerFired: return isClipped ? timerPayload(payload, away.clipped) : std::nullopt;
    case EventKind::Created: {
        const TaskInfo *const task = store.task(event.task);
        const bool isNamed = !PayloadView(payload).text("task").isEmpty();
        if (isNamed || !task || !(payload.isEmpty() || isObject))
            return std::nullopt;
        return withMember(payload, "task", jsonString(task->name));
    }
    case EventKind::Stalled: {
        const QByteArrayView waiting = PayloadView(payload).raw("waiting");
        if (!away.areTasksGone || waiting.isEmpty())
            return std::nullopt;
        return JsonObjectText().addRaw("waiting", waiting).text();
    }
    default: return std::nullopt;
    }
}

} // namespace loopscope
