// SPDX-License-Identifier: MIT
#include "ui/timeline/slice_text.h"

#include "core/trace/payload_view.h"
#include "ui/shared/event_text.h"

#include <QCoreApplication>
#include <QUrl>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SliceText)
};

Glyph glyphOf(const QString &verb)
{
    if (verb == QLatin1String("sleep"))
        return Glyph::Timer;
    return verb == QLatin1String("executor") ? Glyph::Worker : Glyph::Gather;
}

PayloadView endPayload(const Store &store, const TaskInfo &task, QByteArray &text)
{
    text = task.finished ? store.payload(task.finished) : QByteArray();
    return PayloadView(text);
}

} // namespace

SliceText waitText(const Store &store, EventId suspended)
{
    const QByteArray text = store.payload(suspended);
    const PayloadView payload(text);
    const QString verb = payload.text("on");
    if (verb.isEmpty())
        return {Tr::tr("waiting"), Glyph::Gather};
    if (const QString url = payload.text("url"); !url.isEmpty())
        return {verb + QStringLiteral(" GET ") + shortUrl(url), Glyph::Globe};
    return {awaitedText(text), glyphOf(verb)};
}

QString cancelledByText(const Store &store, const TaskInfo &task)
{
    for (auto id = task.events.rbegin(); id != task.events.rend(); ++id) {
        const Event &event = store.event(*id);
        if (event.kind != EventKind::CancelRequested || event.subject != task.id.value)
            continue;
        const QString asker = taskText(store, event.task);
        return asker.isEmpty() ? asker : Tr::tr("by %1").arg(asker);
    }
    return {};
}

QString failureType(const Store &store, const TaskInfo &task)
{
    QByteArray text;
    return endPayload(store, task, text).text("type");
}

QString failureText(const Store &store, const TaskInfo &task)
{
    QByteArray text;
    const PayloadView payload = endPayload(store, task, text);
    const QString message = payload.text("message");
    return message.isEmpty() ? payload.text("type") : payload.text("type") + QStringLiteral(": ") + message;
}

QString laneName(const TaskInfo &task)
{
    const bool hasOwnName = !task.name.isEmpty() && !task.name.startsWith(QLatin1String("Task-"));
    return hasOwnName || task.coro.isEmpty() ? task.name : task.coro;
}

QString taskNumberText(const TaskInfo &task)
{
    return Tr::tr("task %1").arg(task.number);
}

QString shortUrl(const QString &url)
{
    const QUrl parsed(url);
    const QString path = parsed.path(QUrl::FullyEncoded);
    const QString query = parsed.query(QUrl::FullyEncoded);
    return (path.isEmpty() ? QStringLiteral("/") : path) + (query.isEmpty() ? QString() : u'?' + query);
}

} // namespace loopscope
