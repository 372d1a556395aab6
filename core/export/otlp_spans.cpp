// SPDX-License-Identifier: MIT
#include "core/export/otlp_spans.h"

#include "core/analysis/state_times.h"
#include "core/base/unix_time.h"
#include "core/export/otlp_ids.h"
#include "core/export/otlp_json.h"
#include "core/export/otlp_story.h"
#include "core/trace/payload_view.h"

#include <QUrl>

#include <limits>

namespace loopscope {

namespace {

constexpr int spanKindInternal = 1;
constexpr int spanKindClient = 3;
constexpr int statusOk = 1;
constexpr int statusError = 2;

double inSeconds(Nanos time)
{
    return double(time.count()) / 1e9;
}

/// Nobody's password belongs into a tracing back end.
QString withoutPassword(const QString &address)
{
    const QUrl url(address);
    return url.isValid() && !url.userInfo().isEmpty() ? url.toString(QUrl::RemoveUserInfo) : address;
}

QByteArray statusOf(const QString &outcome, const QString &message)
{
    if (outcome == QLatin1String("result"))
        return JsonObjectText().add("code", qint64(statusOk)).text();
    if (outcome.isEmpty() || outcome == QLatin1String("cancelled"))
        return "{}";
    JsonObjectText status;
    if (!message.isEmpty())
        status.add("message", message);
    return status.add("code", qint64(statusError)).text();
}

class SpanTeller
{
public:
    SpanTeller(const Store &store, const RecordingInfo &info,
               const std::function<void(const QByteArray &)> &take)
        : m_store(store), m_take(take), m_ids(info),
          m_started(loopscope::unixNanos(info.startedAt))
    {
    }

    void tell(const RunInfo &run)
    {
        m_run = &run;
        const OtlpStory story(m_store, run);
        tellRun(story);
        for (const TaskId id : run.tasks) {
            if (const TaskInfo *const task = m_store.task(id))
                tellTask(*task, story);
        }
        for (const RequestInfo &request : run.requests)
            tellRequest(request);
        for (const JobInfo &job : run.jobs)
            tellJob(job);
    }

private:
    struct Shape
    {
        QByteArray id, parent;
        QString name;
        int kind = spanKindInternal;
        TracePoint begin, end;
    };

    [[nodiscard]] QByteArray unixNanos(TracePoint at) const
    {
        // A damaged recording may name any time; what lies beyond the last nanosecond there is stays there.
        const qint64 room = std::numeric_limits<qint64>::max() - std::max<qint64>(0, m_started);
        return '"' + QByteArray::number(std::max<qint64>(0, m_started + std::min(at.ns, room))) + '"';
    }
    [[nodiscard]] QByteArray idOfTask(TaskId task) const
    {
        return task && m_store.task(task) ? m_ids.span(m_run->id, OtlpIds::Span::Task, task.value)
                                          : m_ids.span(m_run->id, OtlpIds::Span::Run, 0);
    }
    [[nodiscard]] JsonObjectText begin(const Shape &shape) const
    {
        JsonObjectText span;
        span.add("traceId", QString::fromLatin1(m_ids.trace(m_run->id)));
        span.add("spanId", QString::fromLatin1(shape.id));
        if (!shape.parent.isEmpty())
            span.add("parentSpanId", QString::fromLatin1(shape.parent));
        span.add("name", shape.name.isEmpty() ? QStringLiteral("unnamed") : shape.name);
        span.add("kind", qint64(shape.kind)).addRaw("startTimeUnixNano", unixNanos(shape.begin));
        span.addRaw("endTimeUnixNano", unixNanos(std::max(shape.begin, shape.end)));
        return span;
    }
    void addStory(JsonObjectText &span, const SpanStory &story) const
    {
        QByteArrayList events, links;
        for (const EventId id : story.events)
            events << otlpEvent(m_store, id, unixNanos(m_store.event(id).at));
        for (const WakeLink &link : story.links)
            links << JsonObjectText()
                         .add("traceId", QString::fromLatin1(m_ids.trace(m_run->id)))
                         .add("spanId", QString::fromLatin1(idOfTask(link.waker)))
                         .addRaw("attributes", OtlpAttributes()
                                                   .add("loopscope.link", QStringLiteral("woken by"))
                                                   .add("loopscope.wakes", link.count)
                                                   .text())
                         .text();
        span.addRaw("events", '[' + events.join(',') + ']').addRaw("links", '[' + links.join(',') + ']');
        if (story.droppedEvents > 0)
            span.add("droppedEventsCount", story.droppedEvents);
        if (story.droppedLinks > 0)
            span.add("droppedLinksCount", story.droppedLinks);
    }

    void tellRun(const OtlpStory &story)
    {
        const QByteArray payload = m_run->end ? m_store.payload(m_run->lastEvent) : QByteArray();
        JsonObjectText span = begin({m_ids.span(m_run->id, OtlpIds::Span::Run, 0),
                                     {},
                                     QStringLiteral("run ") + m_run->name,
                                     spanKindInternal,
                                     m_run->begin,
                                     endOf(*m_run)});
        OtlpAttributes attributes;
        attributes.add("loopscope.run", m_run->name).add("loopscope.main", m_run->main);
        attributes.add("loopscope.clock",
                       m_run->realClock ? QStringLiteral("real") : QStringLiteral("virtual"));
        attributes.add("loopscope.outcome", m_run->outcome);
        if (m_run->cost)
            attributes.add("loopscope.cost_s", inSeconds(*m_run->cost));
        addStory(span, story.of({}));
        span.addRaw("attributes", attributes.text());
        m_take(span.addRaw("status", statusOf(m_run->outcome, PayloadView(payload).text("message"))).text());
    }

    void tellTask(const TaskInfo &task, const OtlpStory &story)
    {
        const QByteArray payload =
            m_store.contains(task.finished) ? m_store.payload(task.finished) : QByteArray();
        const QString outcome = PayloadView(payload).text("outcome");
        const TracePoint finish =
            m_store.contains(task.finished) ? m_store.event(task.finished).at : endOf(*m_run);
        JsonObjectText span =
            begin({idOfTask(task.id), idOfTask(task.parent), task.coro.isEmpty() ? task.name : task.coro,
                   spanKindInternal, m_store.event(task.created).at, finish});
        const StateTimes times = stateTimes(task, endOf(*m_run));
        OtlpAttributes attributes;
        attributes.add("loopscope.task", task.name).add("loopscope.task.number", qint64(task.number));
        attributes.add("loopscope.outcome", outcome.isEmpty() ? QStringLiteral("unfinished") : outcome);
        attributes.add("loopscope.running_s", inSeconds(times.of(TaskState::Running)));
        attributes.add("loopscope.ready_s", inSeconds(times.of(TaskState::Ready)));
        attributes.add("loopscope.suspended_s", inSeconds(times.of(TaskState::Suspended)));
        addStory(span, story.of(task.id));
        span.addRaw("attributes", attributes.text());
        m_take(span.addRaw("status", statusOf(outcome, PayloadView(payload).text("message"))).text());
    }

    void tellRequest(const RequestInfo &request)
    {
        JsonObjectText span =
            begin({m_ids.span(m_run->id, OtlpIds::Span::Request, request.number), idOfTask(request.task),
                   request.method, spanKindClient, request.queued, request.done.value_or(endOf(*m_run))});
        OtlpAttributes attributes;
        attributes.add("http.request.method", request.method).add("url.full", withoutPassword(request.url));
        if (request.status > 0)
            attributes.add("http.response.status_code", qint64(request.status));
        if (request.bytes > 0)
            attributes.add("http.response.body.size", request.bytes);
        span.addRaw("attributes", attributes.text());
        m_take(
            span.addRaw("status", statusOf(request.error.isEmpty() ? QString() : QStringLiteral("exception"),
                                           request.error))
                .text());
    }

    void tellJob(const JobInfo &job)
    {
        const JsonObjectText span = begin({m_ids.span(m_run->id, OtlpIds::Span::Job, job.number),
                                           idOfTask(job.task), (QStringLiteral("job ") + job.name).trimmed(),
                                           spanKindInternal, job.begin, job.end.value_or(endOf(*m_run))});
        m_take(span.text());
    }

    const Store &m_store;
    const std::function<void(const QByteArray &)> &m_take;
    const OtlpIds m_ids;
    const qint64 m_started; ///< Unix time of the recording's beginning
    const RunInfo *m_run = nullptr;
};

} // namespace

void tellOtlpSpans(const Store &store, const RecordingInfo &info,
                   const std::function<void(const QByteArray &span)> &take)
{
    SpanTeller teller(store, info, take);
    for (const RunInfo &run : store.runs())
        teller.tell(run);
}

qsizetype otlpSpanCount(const Store &store)
{
    qsizetype count = 0;
    for (const RunInfo &run : store.runs())
        count +=
            1 + qsizetype(run.tasks.size()) + qsizetype(run.requests.size()) + qsizetype(run.jobs.size());
    return count;
}

} // namespace loopscope
