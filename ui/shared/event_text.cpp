// SPDX-License-Identifier: MIT
#include "ui/shared/event_text.h"

#include "core/trace/payload_view.h"
#include "ui/style/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

constexpr qsizetype longest = 160; ///< characters of a value in a line of text

QString shortened(const QString &text)
{
    return text.size() > longest ? text.left(longest - 1) + u'…' : text;
}

/// A JSON value in a line: a string as it is, nothing as None, all else as it is written.
QString valueText(QByteArrayView json)
{
    if (json.isEmpty() || json == "null")
        return QStringLiteral("None");
    if (json.front() == '"' && json.size() < 4 * longest)
        return shortened(json.toByteArray().isEmpty() ? QString() : u'"' + unquoted(json) + u'"');
    return shortened(QString::fromUtf8(json.first(std::min<qsizetype>(json.size(), 4 * longest))));
}

QString errorText(const PayloadView &view)
{
    const QString type = view.text("type");
    const QString message = view.text("message");
    return shortened(message.isEmpty() ? type : type + QStringLiteral(": ") + message);
}

QString requestText(quint32 number)
{
    return Tr::tr("request %1").arg(number);
}

bool isRequest(EventKind kind)
{
    return kind >= EventKind::RequestQueued && kind <= EventKind::RequestDone;
}

QString actorText(const Store &store, const Event &event)
{
    if (isRequest(event.kind))
        return requestText(event.subject);
    if (event.kind == EventKind::CallbackBegin || event.kind == EventKind::CallbackEnd ||
        event.kind == EventKind::CallbackError)
        return Tr::tr("callback %1").arg(event.subject);
    if (event.kind == EventKind::ExecutorEnd)
        return PayloadView(store.payload(event.payload)).text("job");
    const QString task = taskText(store, event.task);
    return task.isEmpty() ? Tr::tr("loop") : task;
}

/// The Suspended that ends the step in which something was done: a sleep sets its timer, and then the task
/// waits.
EventId waitBegunBy(const Store &store, const Event &setter)
{
    if (setter.kind == EventKind::Suspended)
        return setter.id;
    const TaskInfo *task = setter.kind == EventKind::Resumed ? store.task(setter.task) : nullptr;
    if (!task)
        return {};
    const auto behind = std::upper_bound(task->events.begin(), task->events.end(), setter.id);
    for (auto at = behind; at != task->events.end(); ++at) {
        const Event &event = store.event(*at);
        if (event.kind == EventKind::Suspended)
            return PayloadView(store.payload(*at)).raw("seconds").isEmpty() ? EventId{} : *at;
        if (event.kind == EventKind::Ready || event.kind == EventKind::Done)
            break;
    }
    return {};
}

QString timerText(const Store &store, const Event &event)
{
    if (!store.contains(event.cause))
        return Tr::tr("timer %1").arg(event.subject);
    const Event &setter = store.event(event.cause);
    const EventId wait = waitBegunBy(store, setter);
    if (!wait)
        return Tr::tr("set by %1").arg(actorText(store, setter));
    return Tr::tr("%1 of %2").arg(awaitedText(store.payload(wait)), taskText(store, setter.task));
}

QString requestDetail(const Event &event, const PayloadView &view)
{
    switch (event.kind) {
    case EventKind::RequestQueued: return view.text("method") + u' ' + view.text("url");
    case EventKind::RequestHeaders: return Tr::tr("status %1").arg(view.integer("status").value_or(0));
    case EventKind::RequestDone: break;
    default: return {};
    }
    const QString error = view.text("error");
    if (!error.isEmpty())
        return shortened(error);
    return Tr::tr("status %1, %2")
        .arg(view.integer("status").value_or(0))
        .arg(bytesText(view.integer("bytes").value_or(0)));
}

QString runEndDetail(const Store &store, const Event &event)
{
    const RunInfo *run = store.run(event.run);
    const QString outcome = outcomeText(store, event.id);
    return run && run->cost ? Tr::tr("%1, after %2").arg(outcome, costText(*run->cost)) : outcome;
}

/// The part of a line that only the event itself can tell.
QString detailText(const Store &store, const Event &event)
{
    const QByteArray payload = store.payload(event.payload);
    const PayloadView view(payload);
    if (isRequest(event.kind))
        return requestDetail(event, view);
    switch (event.kind) {
    case EventKind::RunBegin: return Tr::tr("%1: %2").arg(view.text("run"), view.text("main"));
    case EventKind::RunEnd: return runEndDetail(store, event);
    case EventKind::PassBegin:
    case EventKind::PassEnd: return Tr::tr("pass %1").arg(event.subject);
    case EventKind::TimerFired: return timerText(store, event);
    case EventKind::Created:
        return event.subject ? Tr::tr("by %1").arg(taskText(store, TaskId{event.subject})) : QString();
    case EventKind::Ready: {
        const QString cause = causeText(store, event.id);
        return cause.isEmpty() ? cause : Tr::tr("woken by %1").arg(cause);
    }
    case EventKind::Resumed: return Tr::tr("pass %1").arg(passOf(store, event.id));
    case EventKind::Suspended: return awaitedText(payload);
    case EventKind::Done: return outcomeText(store, event.id);
    case EventKind::CancelRequested: return taskText(store, TaskId{event.subject});
    case EventKind::Print: return shortened(view.text("text"));
    case EventKind::CallbackBegin: return view.text("of") + u' ' + view.text("target");
    case EventKind::CallbackError: return errorText(view);
    case EventKind::ExecutorBegin: return view.text("job");
    case EventKind::Stalled: return valueText(view.raw("waiting"));
    case EventKind::Unretrieved: return view.text("of") + QStringLiteral(": ") + errorText(view);
    case EventKind::NeverAwaited: return view.text("coro");
    case EventKind::EventsLost: return Tr::tr("%n event(s)", nullptr, int(event.subject));
    default: return {};
    }
}

/// "2 tasks" from a number or a list of items.
QString itemsText(QByteArrayView raw, const PayloadView &view)
{
    const auto number = view.integer("items");
    const int items = number ? int(*number) : raw.isEmpty() || raw == "[]" ? 0 : int(raw.count(',')) + 1;
    return (items == 1 ? Tr::tr("%1 task") : Tr::tr("%1 tasks")).arg(items); // plural forms need a catalogue
}

} // namespace

EventText eventText(const Store &store, EventId id)
{
    const Event &event = store.event(id);
    QString what = kindText(event.kind);
    if (event.kind == EventKind::Done) {
        const QString outcome = PayloadView(store.payload(id)).text("outcome");
        if (outcome != QLatin1String("result"))
            what = outcome == QLatin1String("cancelled") ? Tr::tr("cancelled") : Tr::tr("failed");
    }
    return {actorText(store, event), what, detailText(store, event)};
}

QString kindText(EventKind kind)
{
    switch (kind) {
    case EventKind::RunBegin: return Tr::tr("run begins");
    case EventKind::RunEnd: return Tr::tr("run ends");
    case EventKind::PassBegin: return Tr::tr("pass begins");
    case EventKind::PassEnd: return Tr::tr("pass ends");
    case EventKind::TimerFired: return Tr::tr("timer fired");
    case EventKind::Created: return Tr::tr("created");
    case EventKind::Ready: return Tr::tr("ready");
    case EventKind::Resumed: return Tr::tr("running");
    case EventKind::Suspended: return Tr::tr("suspended");
    case EventKind::Done: return Tr::tr("done");
    case EventKind::CancelRequested: return Tr::tr("cancels");
    case EventKind::Print: return Tr::tr("print");
    case EventKind::CallbackBegin: return Tr::tr("begins");
    case EventKind::CallbackEnd: return Tr::tr("ends");
    case EventKind::CallbackError: return Tr::tr("failed");
    case EventKind::ExecutorBegin: return Tr::tr("hands over");
    case EventKind::ExecutorEnd: return Tr::tr("finished");
    case EventKind::Stalled: return Tr::tr("stalled");
    case EventKind::Unretrieved: return Tr::tr("error not seen");
    case EventKind::RequestQueued: return Tr::tr("queued");
    case EventKind::RequestConnecting: return Tr::tr("connecting");
    case EventKind::RequestEncrypted: return Tr::tr("encrypted");
    case EventKind::RequestSent: return Tr::tr("sent");
    case EventKind::RequestHeaders: return Tr::tr("answering");
    case EventKind::RequestDone: return Tr::tr("finished");
    case EventKind::NeverAwaited: return Tr::tr("never awaited");
    case EventKind::EventsLost: return Tr::tr("lost");
    }
    return {};
}

QString awaitedText(const QByteArray &suspended)
{
    const PayloadView view(suspended);
    const QString verb = view.text("on");
    if (const QByteArrayView seconds = view.raw("seconds"); !seconds.isEmpty())
        return Tr::tr("%1 %2 s").arg(verb, QString::fromLatin1(seconds));
    if (const QByteArrayView items = view.raw("items"); !items.isEmpty())
        return Tr::tr("%1: %2").arg(verb, itemsText(items, view));
    for (const char *key : {"url", "item", "target", "job", "of"})
        if (const QString object = view.text(key); !object.isEmpty())
            return verb + u' ' + shortened(object);
    return verb;
}

QString taskText(const Store &store, TaskId id)
{
    const TaskInfo *task = store.task(id);
    if (!task)
        return {};
    const bool unnamed = task->name == QStringLiteral("Task-%1").arg(task->number);
    if (!unnamed || task->coro.isEmpty())
        return task->name;
    const RunInfo *run = store.run(task->run);
    const auto namesake = [&](TaskId other) { return other != id && store.task(other)->coro == task->coro; };
    const bool several = run && std::any_of(run->tasks.begin(), run->tasks.end(), namesake);
    return several ? QStringLiteral("%1 %2").arg(task->coro).arg(task->number) : task->coro;
}

QString outcomeText(const Store &store, EventId done)
{
    const QByteArray payload = store.payload(done);
    const PayloadView view(payload);
    const QString outcome = view.text("outcome");
    if (outcome == QLatin1String("result"))
        return Tr::tr("result %1").arg(valueText(view.raw("value")));
    if (outcome == QLatin1String("exception"))
        return errorText(view);
    if (outcome == QLatin1String("cancelled")) {
        const QString message = view.text("message");
        return message.isEmpty() ? Tr::tr("cancelled") : Tr::tr("cancelled: %1").arg(shortened(message));
    }
    if (outcome == QLatin1String("stalled"))
        return Tr::tr("stalled");
    return outcome == QLatin1String("abandoned") ? Tr::tr("abandoned") : outcome;
}

QString causeText(const Store &store, EventId id)
{
    const Event &event = store.event(id);
    if (!store.contains(event.cause) || event.cause >= id)
        return {};
    const Event &cause = store.event(event.cause);
    const QString actor = actorText(store, cause);
    switch (cause.kind) {
    case EventKind::TimerFired: return Tr::tr("timer %1, %2").arg(cause.subject).arg(timerText(store, cause));
    case EventKind::Created: return Tr::tr("its creation");
    case EventKind::Suspended: return cause.task == event.task ? Tr::tr("itself: it gave way once") : actor;
    default: return Tr::tr("%1, %2").arg(actor, eventText(store, cause.id).what);
    }
}

quint32 passOf(const Store &store, EventId id)
{
    constexpr quint32 furthest = 10'000; // a label must not cost more than that; no sane pass is as long
    for (quint32 at = id.value; at > 0 && id.value - at < furthest; --at) {
        const Event &event = store.event(EventId{at});
        if (event.kind == EventKind::PassBegin)
            return event.subject;
        if (event.kind == EventKind::RunBegin)
            break;
    }
    return 0;
}

} // namespace loopscope
