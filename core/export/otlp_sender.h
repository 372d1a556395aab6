// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace loopscope {

/// Where and how to send: the address of a collector, and headers such as `Authorization: Bearer …`.
struct OtlpEndpoint
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds timeout{30'000}; ///< for each request, until its answer is whole
};

/// Reads an address as people write it: `http://host:4318` means its path `/v1/traces` (OTLP/HTTP).
[[nodiscard]] Result<QUrl> otlpUrl(const QString &text);
/// `Name: value`
[[nodiscard]] Result<std::pair<QByteArray, QByteArray>> otlpHeader(const QString &text);

/// Sends requests in OTLP/JSON to a collector, one after the other, on the Qt event loop of its thread. The
/// first that is not taken ends it: nothing is tried again, for all ids stay the same and sending the whole
/// again does no harm. Redirections are not followed.
class OtlpSender : public QObject
{
    Q_OBJECT

public:
    explicit OtlpSender(OtlpEndpoint endpoint);
    ~OtlpSender() override;

    /// Once only.
    void start(QByteArrayList requests);

    /// Once finished: what went wrong, if anything did.
    [[nodiscard]] const Result<void> &result() const { return m_result; }

Q_SIGNALS:
    void finished();

private:
    void sendNext();
    void take();
    void end();
    void giveUp();
    [[nodiscard]] Result<void> judge() const;

    const OtlpEndpoint m_endpoint;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< the network's, until deleted
    QTimer m_limit;
    QByteArrayList m_waiting; ///< the next one last
    QByteArray m_answer;      ///< its beginning
    bool m_isTooSlow = false;
    Result<void> m_result;
};

} // namespace loopscope
