// SPDX-License-Identifier: MIT
#include "core/export/otlp_story.h"

#include "core/base/event_word.h"
#include "core/export/otlp_json.h"
#include "core/trace/payload_view.h"

#include <algorithm>

namespace loopscope {

namespace {

/// OpenTelemetry's default limits of a span.
constexpr size_t mostEvents = 128;
constexpr size_t mostLinks = 128;

bool isTold(const Store &store, const Event &event)
{
    switch (event.kind) {
    case EventKind::Print:
    case EventKind::CancelRequested:
    case EventKind::CallbackError:
    case EventKind::Stalled:
    case EventKind::Unretrieved:
    case EventKind::NeverAwaited:
    case EventKind::EventsLost: return true;
    case EventKind::Done: return PayloadView(store.payload(event.payload)).text("outcome") == u"exception";
    default: return false;
    }
}

} // namespace

OtlpStory::OtlpStory(const Store &store, const RunInfo &run)
{
    for (const Event &event : store.events(run)) {
        if (isTold(store, event))
            noteEvent(store.task(event.task) ? event.task : TaskId(), event.id);
        if (event.kind == EventKind::Ready && store.contains(event.cause))
            noteWake(event.task, store.event(event.cause).task);
    }
}

void OtlpStory::noteEvent(TaskId task, EventId event)
{
    SpanStory &story = m_stories[task];
    if (story.events.size() < mostEvents)
        story.events.push_back(event);
    else
        ++story.droppedEvents;
}

void OtlpStory::noteWake(TaskId woken, TaskId waker)
{
    if (!waker || waker == woken)
        return;
    SpanStory &story = m_stories[woken];
    const auto known = std::find_if(story.links.begin(), story.links.end(),
                                    [waker](const WakeLink &link) { return link.waker == waker; });
    if (known != story.links.end())
        ++known->count;
    else if (story.links.size() < mostLinks)
        story.links.push_back({waker, 1});
    else
        ++story.droppedLinks;
}

QByteArray otlpEvent(const Store &store, EventId id, const QByteArray &unixNanos)
{
    const Event event = store.event(id);
    const QByteArray payload = store.payload(event.payload);
    const PayloadView view(payload);
    const bool isError = event.kind == EventKind::Done || event.kind == EventKind::CallbackError ||
                         event.kind == EventKind::Unretrieved;
    OtlpAttributes attributes;
    attributes.add("loopscope.event", qint64(id.value));
    if (isError)
        attributes.add("exception.type", view.text("type")).add("exception.message", view.text("message"));
    else
        attributes.add("loopscope.text", view.text("text")).add("loopscope.message", view.text("message"));
    if (event.kind == EventKind::CancelRequested)
        attributes.add("loopscope.target", qint64(event.subject));
    return JsonObjectText()
        .addRaw("timeUnixNano", unixNanos)
        .add("name", isError ? QStringLiteral("exception") : QString::fromLatin1(eventWord(event.kind)))
        .addRaw("attributes", attributes.text())
        .text();
}

} // namespace loopscope
