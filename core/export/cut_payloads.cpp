// SPDX-License-Identifier: MIT
#include "core/export/cut_payloads.h"

#include "core/base/json_text.h"
#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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

/// Who waits for whom, by the numbers that the tasks have now; of those that are gone, nothing.
QByteArray stalledPayload(const QByteArray &payload, const CutAway &away)
{
    QJsonObject object = QJsonDocument::fromJson(payload).object();
    const QLatin1String key("waits_for");
    const QJsonObject before = object.value(key).toObject();
    QJsonObject waits;
    for (auto task = before.begin(); task != before.end(); ++task) {
        QJsonArray numbers;
        for (const QJsonValue &number : task.value().toArray()) {
            if (const quint32 now = away.taskNumber(quint32(std::max(0, number.toInt()))); now > 0)
                numbers.append(qint64(now));
        }
        const quint32 now = away.taskNumber(task.key().toUInt());
        if (now > 0 && !numbers.isEmpty())
            waits.insert(QString::number(now), numbers);
    }
    if (!before.isEmpty())
        object.insert(key, waits);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
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
    case EventKind::Stalled: return isObject ? std::optional(stalledPayload(payload, away)) : std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace loopscope
