// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"

#include "core/base/json_text.h"
#include "core/trace/payload_view.h"

namespace loopscope {

namespace {

/// A task's name as JSON, null where there is none.
QByteArray nameOf(const Store &store, TaskId id)
{
    const TaskInfo *const task = store.task(id);
    return task ? jsonString(task->name) : QByteArray("null");
}

/// One member of the payload, which is written there as the log writes it.
void copyMember(JsonObjectText &line, QByteArrayView payload, QByteArrayView key)
{
    if (const QByteArrayView value = PayloadView(payload).raw(key); !value.isEmpty())
        line.addRaw(key, value);
}

void addMembers(JsonObjectText &line, const Store &store, const Event &event)
{
    const QByteArray payload = store.payload(event.payload);
    switch (event.kind) {
    case EventKind::RunBegin: copyMember(line, payload, "run"); return copyMember(line, payload, "main");
    case EventKind::Created:
        line.addRaw("task", nameOf(store, event.task));
        copyMember(line, payload, "coro");
        line.addRaw("parent", nameOf(store, TaskId{event.subject}));
        return;
    case EventKind::Suspended:
        line.addRaw("task", nameOf(store, event.task));
        return copyMember(line, payload, "on");
    case EventKind::Stalled:
        return copyMember(line, payload, "waiting");
    case EventKind::CancelRequested:
        line.addRaw("task", nameOf(store, event.task)).addRaw("target", nameOf(store, TaskId{event.subject}));
        break;
    case EventKind::Resumed:
    case EventKind::Done:
    case EventKind::Print:
    case EventKind::ExecutorBegin: line.addRaw("task", nameOf(store, event.task)); break;
    default: break;
    }
    line.addMembers(payload);
}

} // namespace

const char *eventLogWord(EventKind kind)
{
    switch (kind) {
    case EventKind::RunBegin: return "run_begin";
    case EventKind::RunEnd: return "run_end";
    case EventKind::Created: return "created";
    case EventKind::Resumed: return "resume";
    case EventKind::Suspended: return "suspend";
    case EventKind::Done: return "done";
    case EventKind::CancelRequested: return "cancel";
    case EventKind::Print: return "print";
    case EventKind::CallbackBegin: return "callback";
    case EventKind::CallbackError: return "callback_error";
    case EventKind::ExecutorBegin: return "executor_begin";
    case EventKind::ExecutorEnd: return "executor_end";
    case EventKind::Stalled: return "stalled";
    case EventKind::Unretrieved: return "unretrieved";
    default: return nullptr;
    }
}

std::optional<EventKind> eventKindOf(QStringView word)
{
    for (int kind = 1; kind <= eventKindCount; ++kind) {
        const char *const candidate = eventLogWord(EventKind(kind));
        if (candidate && word == QLatin1String(candidate))
            return EventKind(kind);
    }
    return std::nullopt;
}

QStringList eventLogWords()
{
    QStringList words;
    for (int kind = 1; kind <= eventKindCount; ++kind) {
        if (const char *const word = eventLogWord(EventKind(kind)))
            words << QString::fromLatin1(word);
    }
    return words;
}

QByteArray eventLogLine(const Store &store, EventId id)
{
    const Event &event = store.event(id);
    const char *const what = eventLogWord(event.kind);
    const RunInfo *const run = store.run(event.run);
    if (!what || !run)
        return {};
    JsonObjectText line;
    line.addRaw("t", secondsText(event.at - run->begin)).add("e", QString::fromLatin1(what));
    addMembers(line, store, event);
    return line.text();
}

QByteArray eventLog(const Store &store, RunId run)
{
    const RunInfo *const info = store.run(run);
    QByteArray log;
    if (!info)
        return log;
    for (const Event &event : store.events(*info)) {
        const QByteArray line = eventLogLine(store, event.id);
        if (!line.isEmpty())
            log += line + '\n';
    }
    return log;
}

} // namespace loopscope
