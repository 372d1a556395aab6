// SPDX-License-Identifier: MIT
#include "core/net/transfer.h"

#include "core/loop/errors.h"

#include <QNetworkAccessManager>

namespace loopscope {

namespace {

QNetworkRequest requestFor(const QUrl &url, const FetchLimits &limits)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(limits.redirects);
    // Whatever a body grows to, it is read piece by piece and measured; Qt's own guard would come first.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setRawHeader("User-Agent", "Loopscope/" LOOPSCOPE_VERSION);
    request.setRawHeader("Accept", "application/json, */*;q=0.5");
    return request;
}

template<class Error>
std::exception_ptr make(const QString &text)
{
    return std::make_exception_ptr(Error(text));
}

} // namespace

Transfer::Transfer(QNetworkAccessManager &manager, const QUrl &url, const FetchLimits &limits)
    : m_limits(limits), m_reply(manager.get(requestFor(url, limits)))
{
    QNetworkReply *const reply = m_reply.get();
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { Q_EMIT phaseReached(EventKind::RequestConnecting); });
    connect(reply, &QNetworkReply::encrypted, this, [this] { Q_EMIT phaseReached(EventKind::RequestEncrypted); });
    connect(reply, &QNetworkReply::requestSent, this, [this] { Q_EMIT phaseReached(EventKind::RequestSent); });
    connect(reply, &QNetworkReply::metaDataChanged, this, &Transfer::readHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &Transfer::readBody);
    connect(reply, &QNetworkReply::finished, this, &Transfer::finish);
    m_deadline.setSingleShot(true);
    m_deadline.callOnTimeout(this, [this] {
        giveUp(make<TimeoutError>(QStringLiteral("no answer within %1 s").arg(m_limits.timeout.count() / 1000.0)));
    });
    m_deadline.start(m_limits.timeout);
}

Transfer::~Transfer()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void Transfer::readHeaders()
{
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    Q_EMIT phaseReached(EventKind::RequestHeaders);
}

void Transfer::readBody()
{
    // One byte more than allowed tells that it is too much, however large the rest.
    m_body += m_reply->read(m_limits.bodyBytes + 1 - m_body.size());
    if (m_body.size() > m_limits.bodyBytes) {
        giveUp(make<OSError>(QStringLiteral("the body is larger than %1 bytes").arg(m_limits.bodyBytes)));
    }
}

void Transfer::giveUp(std::exception_ptr error)
{
    m_error = std::move(error);
    m_reply->abort(); // ends in finish()
}

void Transfer::finish()
{
    m_deadline.stop();
    if (!m_error && m_reply->isOpen())
        readBody();
    if (!m_error)
        m_error = errorOfReply();
    Q_EMIT finished();
}

std::exception_ptr Transfer::errorOfReply() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const QString host = m_reply->url().authority();
    // A refused redirection has a status, too: its own, which would say nothing.
    if (error == QNetworkReply::TooManyRedirectsError)
        return make<OSError>(QStringLiteral("more than %1 redirections").arg(m_limits.redirects));
    if (error == QNetworkReply::InsecureRedirectError)
        return make<OSError>(QStringLiteral("a redirection from https to http is not followed"));
    if (m_status != 0 && (m_status < 200 || m_status > 299))
        return make<OSError>(QStringLiteral("HTTP %1").arg(m_status));
    switch (error) {
    case QNetworkReply::NoError:
        return nullptr;
    case QNetworkReply::ConnectionRefusedError:
        return make<ConnectionError>(QStringLiteral("%1 refused the connection").arg(host));
    case QNetworkReply::RemoteHostClosedError:
        return make<ConnectionError>(QStringLiteral("%1 closed the connection").arg(host));
    case QNetworkReply::HostNotFoundError:
        return make<OSError>(QStringLiteral("there is no host %1").arg(host));
    default:
        return make<OSError>(m_reply->errorString());
    }
}

} // namespace loopscope
