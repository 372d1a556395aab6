// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"
#include "core/net/fetch_limits.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <exception>
#include <memory>
#include <utility>

class QNetworkAccessManager;

namespace loopscope {

/// One HTTP GET on its way, in Qt's terms: phases as they are passed, then the body or an error. Knows nothing of
/// loops and tasks.
///
/// HTTP and HTTPS; redirections are followed, but never from https to http. Destroying it aborts the transfer.
class Transfer : public QObject
{
    Q_OBJECT

public:
    using Header = std::pair<QByteArray, QByteArray>;

    /// `manager` is borrowed and outlives the transfer. The request is queued at once; signals come later.
    Transfer(QNetworkAccessManager &manager, const QUrl &url, const FetchLimits &limits);
    ~Transfer() override;

    /// The status of the last answer, 0 before there is one.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] QList<Header> headers() const { return m_reply->rawHeaderPairs(); }
    [[nodiscard]] qint64 bytes() const { return m_body.size(); }
    [[nodiscard]] QByteArray takeBody() { return std::exchange(m_body, {}); }
    /// After `finished`: an OSError, ConnectionError or TimeoutError when there is no good answer, else null.
    [[nodiscard]] std::exception_ptr error() const { return m_error; }

Q_SIGNALS:
    /// RequestConnecting, RequestEncrypted, RequestSent or RequestHeaders.
    void phaseReached(EventKind phase);
    void finished();

private:
    void readHeaders();
    void readBody();
    void giveUp(std::exception_ptr error);
    void finish();
    [[nodiscard]] std::exception_ptr errorOfReply() const;

    const FetchLimits m_limits;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    std::exception_ptr m_error;
    int m_status = 0;
};

} // namespace loopscope
