// SPDX-License-Identifier: MIT
#include "tests/support/log_observer.h"

#include "core/base/json_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace loopscope {

namespace {

/// The log does not say who waits for whom.
QByteArray stallMembers(const QByteArray &members)
{
    const qsizetype more = members.indexOf(",\"waits_for\":");
    return more < 0 ? members : members.first(more);
}

} // namespace

EventId LogObserver::observe(const Emission &emission)
{
    const EventId id{++m_count};
    if (concernsExtra(emission))
        return id;
    const QByteArray task = taskText(emission.task.value);
    const QByteArray payload = emission.kind == EventKind::Created ? emission.payload : renumbered(emission.payload);
    const QByteArray members = payload.isEmpty() ? QByteArray() : payload.chopped(1).sliced(1);
    const QByteArray more = members.isEmpty() ? QByteArray() : ',' + members;
    switch (emission.kind) {
    case EventKind::RunBegin:
        add(emission, R"("e":"run_begin",)" + members.left(members.indexOf(",\"clock\"")));
        break;
    case EventKind::Created:
        if (nameTask(emission))
            add(emission, R"("e":"created","task":)" + taskText(emission.task.value) + ",\"coro\":"
                    + members.sliced(members.indexOf("\"coro\":") + 7) + ",\"parent\":" + taskText(emission.subject));
        break;
    case EventKind::Resumed: add(emission, R"("e":"resume","task":)" + task); break;
    case EventKind::Suspended: add(emission, R"("e":"suspend","task":)" + task + more); break;
    case EventKind::Done: add(emission, R"("e":"done","task":)" + task + more); break;
    case EventKind::Print: add(emission, R"("e":"print","task":)" + task + more); break;
    case EventKind::CancelRequested:
        add(emission, R"("e":"cancel","task":)" + task + ",\"target\":" + taskText(emission.subject) + more);
        break;
    case EventKind::CallbackBegin: add(emission, R"("e":"callback",)" + members); break;
    case EventKind::CallbackError: add(emission, R"("e":"callback_error",)" + members); break;
    case EventKind::ExecutorBegin: add(emission, R"("e":"executor_begin","task":)" + task + more); break;
    case EventKind::ExecutorEnd: add(emission, R"("e":"executor_end",)" + members); break;
    case EventKind::Stalled: add(emission, R"("e":"stalled",)" + stallMembers(members)); break;
    case EventKind::Unretrieved: add(emission, R"("e":"unretrieved",)" + members); break;
    case EventKind::RunEnd: add(emission, R"("e":"run_end",)" + members); break;
    default: break;
    }
    return id;
}

bool LogObserver::nameTask(const Emission &emission)
{
    const QJsonObject payload = QJsonDocument::fromJson(emission.payload).object();
    const QString coro = payload.value(QStringLiteral("coro")).toString();
    if (coro.startsWith(u"extra")) {
        m_names.insert(emission.task.value, {});
        return false;
    }
    const QString name = payload.value(QStringLiteral("task")).toString();
    const bool numbered = name == QStringLiteral("Task-%1").arg(emission.task.value);
    ++m_namedTasks;
    m_names.insert(emission.task.value,
                   jsonString(numbered ? QStringLiteral("Task-%1").arg(m_namedTasks) : name));
    return true;
}

QByteArray LogObserver::taskText(quint32 number) const
{
    return number == 0 ? QByteArray("null") : m_names.value(number);
}

QByteArray LogObserver::renumbered(const QByteArray &payload) const
{
    static const QRegularExpression pattern(QStringLiteral("Task-(\\d+)"));
    QString text = QString::fromUtf8(payload);
    auto matches = pattern.globalMatch(QString::fromUtf8(payload));
    qsizetype shift = 0;
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QByteArray name = m_names.value(match.capturedView(1).toUInt(), jsonString(match.captured()));
        const QString shown = QString::fromUtf8(name.chopped(1).sliced(1));
        text.replace(match.capturedStart() + shift, match.capturedLength(), shown);
        shift += shown.size() - match.capturedLength();
    }
    return text.toUtf8();
}

bool LogObserver::isExtra(quint32 number) const
{
    return number != 0 && m_names.value(number, "new").isEmpty();
}

bool LogObserver::concernsExtra(const Emission &emission)
{
    if (emission.kind == EventKind::ExecutorBegin && isExtra(emission.task.value))
        m_extraJobs.insert(emission.subject);
    if (emission.kind == EventKind::ExecutorEnd)
        return m_extraJobs.contains(emission.subject);
    return isExtra(emission.task.value)
        || (emission.kind == EventKind::CancelRequested && isExtra(emission.subject));
}

void LogObserver::add(const Emission &emission, QByteArray keys)
{
    m_lines << QString::fromUtf8("{\"t\":" + secondsText(Nanos(emission.at.ns)) + ',' + keys + '}');
}

} // namespace loopscope
