// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/fetch_limits.h"
#include "core/net/fetched.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QThreadPool>
#include <QUrl>

namespace loopscope {

/// Gets JSON documents over HTTP and HTTPS, for tasks of a loop on the real clock. Connections are kept and used
/// again. Lives on the loop's thread, and outlives every fetch it began.
class Fetcher
{
public:
    /// `demoServer` is where `demo:/…` addresses go; empty if there is none.
    explicit Fetcher(QUrl demoServer = {}, FetchLimits limits = {});
    Fetcher(const Fetcher &) = delete;
    Fetcher &operator=(const Fetcher &) = delete;

    /// GETs `url`. Await it in a task; a task that is cancelled meanwhile aborts the transfer at once.
    ///
    /// Throws OSError for a status that is not 2xx ("HTTP 404") and whatever else goes wrong on the way,
    /// ConnectionError when the connection is refused or broken off, TimeoutError, ValueError for an address that
    /// is none or a body that is no JSON, and RuntimeError on the virtual clock, which no server knows of.
    QCoro::Task<Fetched> get(QUrl url, BodyReader reader = {});

private:
    [[nodiscard]] QUrl targetOf(const QUrl &url) const;

    const QUrl m_demoServer;
    const FetchLimits m_limits;
    QNetworkAccessManager m_manager;
    QThreadPool m_pool; ///< checks large bodies
    quint32 m_requests = 0;
};

} // namespace loopscope
