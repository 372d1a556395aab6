// SPDX-License-Identifier: MIT
#include "core/export/cut_payloads.h"

#include "core/base/json_text.h"
#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

namespace loopscope {

namespace {

QByteArray withMember(const QByteArray &payload, QByteArrayView key, const QByteArray &value)
{
    return JsonObjectText().addMembers(payload).addRaw(key, value).text();
}

/// A part of a part tells how much is gone in all.
QByteArray clippedPayload(QByteArray payload, Nanos clipped)
{
    const PayloadView view(payload);
    const QByteArrayView before = view.raw("cut_ns");
    const Nanos sum = safeSum(Nanos(std::max<qint64>(0, view.integer("cut_ns").value_or(0))), clipped);
    const QByteArray number = QByteArray::number(qint64(sum.count()));
    if (before.isEmpty())
        return withMember(payload, "cut_ns", number);
    return payload.replace(before.data() - payload.constData(), before.size(), number);
}

std::optional<QByteArray> timerPayload(const QByteArray &payload, Nanos clipped)
{
    const auto due = PayloadView(payload).integer("due_ns");
    if (!due)
        return std::nullopt;
    return JsonObjectText().add("due_ns", qint64(safeSum(Nanos(*due), -clipped).count())).text();
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
            return clippedPayload(payload, away.clipped);
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
