// SPDX-License-Identifier: MIT
#include "core/export/otlp_sender.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace loopscope {

namespace {

/// More of an answer than this says nothing.
constexpr qsizetype longestAnswer = 64 * 1024;
constexpr qsizetype longestShown = 300;

/// What a collector says in its own words: the message of a google.rpc.Status, else the text as it is.
QString wordsOf(const QByteArray &answer)
{
    const QString message =
        QJsonDocument::fromJson(answer).object().value(QLatin1String("message")).toString();
    return (message.isEmpty() ? QString::fromUtf8(answer) : message).simplified().left(longestShown);
}

} // namespace

Result<QUrl> otlpUrl(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return failure({QT_TRANSLATE_NOOP("Problem", "\"%1\" is no http or https address"), {text}});
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QStringLiteral("/v1/traces"));
    return url;
}

Result<std::pair<QByteArray, QByteArray>> otlpHeader(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QByteArray name = text.left(colon).trimmed().toLatin1();
    const QByteArray value = text.mid(colon + 1).trimmed().toUtf8();
    const bool isBroken = value.contains('\r') || value.contains('\n') || name.contains(' ');
    if (colon < 1 || name.isEmpty() || isBroken)
        return failure({QT_TRANSLATE_NOOP("Problem", "a header is NAME: VALUE, not \"%1\""), {text}});
    return std::pair(name, value);
}

OtlpSender::OtlpSender(OtlpEndpoint endpoint) : m_endpoint(std::move(endpoint))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(m_endpoint.timeout);
    connect(&m_limit, &QTimer::timeout, this, &OtlpSender::giveUp);
}

OtlpSender::~OtlpSender()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void OtlpSender::start(QByteArrayList requests)
{
    std::reverse(requests.begin(), requests.end());
    m_waiting = std::move(requests);
    QMetaObject::invokeMethod(this, &OtlpSender::sendNext, Qt::QueuedConnection);
}

void OtlpSender::sendNext()
{
    if (m_waiting.isEmpty() || !m_result) {
        Q_EMIT finished();
        return;
    }
    QNetworkRequest request(m_endpoint.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("loopscope/" LOOPSCOPE_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : m_endpoint.headers)
        request.setRawHeader(name, value);
    m_answer.clear();
    m_reply = m_network.post(request, m_waiting.takeLast());
    connect(m_reply, &QNetworkReply::readyRead, this, &OtlpSender::take);
    connect(m_reply, &QNetworkReply::finished, this, &OtlpSender::end);
    m_limit.start();
}

/// Reads all and keeps the beginning: an endless answer must not fill the memory.
void OtlpSender::take()
{
    const QByteArray more = m_reply->readAll();
    m_answer += more.left(longestAnswer - m_answer.size());
}

void OtlpSender::end()
{
    m_limit.stop();
    take();
    m_result = judge();
    m_reply->deleteLater();
    m_reply = nullptr;
    sendNext();
}

void OtlpSender::giveUp()
{
    m_isTooSlow = true;
    m_reply->abort();
}

Result<void> OtlpSender::judge() const
{
    const QString where = m_endpoint.url.toDisplayString();
    if (m_isTooSlow)
        return failure({QT_TRANSLATE_NOOP("Problem", "the collector did not answer within %1 s"),
                        {QString::number(double(m_endpoint.timeout.count()) / 1000)},
                        where});
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return failure({QT_TRANSLATE_NOOP("Problem", "the collector cannot be reached: %1"),
                        {m_reply->errorString()},
                        where});
    if (status < 200 || status > 299)
        return failure({QT_TRANSLATE_NOOP("Problem", "the collector answered with status %1: %2"),
                        {QString::number(status), wordsOf(m_answer)},
                        where});
    const QJsonObject partial =
        QJsonDocument::fromJson(m_answer).object().value(QLatin1String("partialSuccess")).toObject();
    const qint64 rejected = partial.value(QLatin1String("rejectedSpans")).toVariant().toLongLong();
    if (rejected > 0)
        return failure({QT_TRANSLATE_NOOP("Problem", "the collector refused %1 spans: %2"),
                        {QString::number(rejected),
                         partial.value(QLatin1String("errorMessage")).toString().left(longestShown)},
                        where});
    return {};
}

} // namespace loopscope
