// SPDX-License-Identifier: MIT
#include "core/net/exchange.h"

#include "core/base/json_text.h"

namespace loopscope {

namespace {

QByteArray queuedPayload(const QUrl &url)
{
    return JsonObjectText().add("method", u"GET").add("url", url.toString()).text();
}

QByteArray headersPayload(const Transfer &transfer)
{
    JsonObjectText headers;
    for (const auto &[name, value] : transfer.headers())
        headers.addRaw(jsonString(QString::fromLatin1(name)).mid(1).chopped(1), jsonString(QString::fromLatin1(value)));
    return JsonObjectText().add("status", qint64(transfer.status())).addRaw("headers", headers.text()).text();
}

QString errorText(const std::exception_ptr &error)
{
    const ErrorInfo info = describeError(error);
    return info.message.isEmpty() ? QString::fromUtf8(info.type) : info.message;
}

} // namespace

Exchange::Exchange(Loop &loop, FetchRequest request, QNetworkAccessManager &manager, const FetchLimits &limits,
                   QThreadPool &pool, BodyReader reader)
    : m_loop(loop), m_request(std::move(request)), m_pool(pool), m_reader(std::move(reader)),
      m_ended(createFuture<>(loop)), m_last(loop.cause()), m_transfer(manager, m_request.target, limits)
{
    m_ended.state()->setAwaitWord(AwaitWord::Fetch);
    emitNext(EventKind::RequestQueued, loop.currentTaskId(), queuedPayload(m_request.shown));
    QObject::connect(&m_transfer, &Transfer::phaseReached, &m_transfer, [this](EventKind phase) { notePhase(phase); });
    QObject::connect(&m_transfer, &Transfer::finished, &m_transfer, [this] { readAnswer(); });
    m_loop.outsideBegan();
}

Exchange::~Exchange()
{
    if (m_ended.done() && !m_ended.cancelled())
        return;
    m_checked.error = std::make_exception_ptr(CancelledError(QStringLiteral("cancelled")));
    emitDone(m_checked);
    m_loop.outsideDone();
}

Fetched Exchange::take()
{
    if (m_checked.error)
        std::rethrow_exception(m_checked.error);
    return {m_transfer.status(), m_transfer.headers(), std::move(m_checked.json), std::move(m_checked.value)};
}

void Exchange::emitNext(EventKind kind, TaskId task, QByteArray payload)
{
    if (m_loop.observed())
        m_last = m_loop.emitCaused(m_last, kind, task, m_request.number, std::move(payload));
}

void Exchange::notePhase(EventKind phase)
{
    emitNext(phase, {}, phase == EventKind::RequestHeaders ? headersPayload(m_transfer) : QByteArray());
}

void Exchange::readAnswer()
{
    m_bytes = m_transfer.bytes();
    if (m_transfer.error())
        return conclude({{}, {}, m_transfer.error()});
    QByteArray body = m_transfer.takeBody();
    if (body.size() <= smallBody)
        return conclude(checkBody(body, m_reader));
    m_checking = checkBodyIn(m_pool, m_loop.wakeup(), std::move(body), m_reader,
                             [this](CheckedBody checked) { conclude(std::move(checked)); });
}

void Exchange::conclude(CheckedBody checked)
{
    if (m_ended.done())
        return; // cancelled; the frame has not been left yet
    emitDone(checked);
    m_checked = std::move(checked);
    // The awaiting task becomes ready because of this request, whatever else happens now.
    const EventId before = m_loop.cause();
    m_loop.setCause(m_last);
    m_ended.setResult();
    m_loop.setCause(before);
    m_loop.outsideDone();
}

void Exchange::emitDone(const CheckedBody &checked)
{
    if (!m_loop.observed())
        return;
    JsonObjectText payload;
    payload.add("status", qint64(m_transfer.status())).add("bytes", m_bytes);
    if (checked.error)
        payload.add("error", errorText(checked.error));
    else
        payload.addRaw("body", checked.json);
    emitNext(EventKind::RequestDone, {}, payload.text());
}

} // namespace loopscope
