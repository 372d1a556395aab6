// SPDX-License-Identifier: MIT
#include "core/net/fetcher.h"

#include "core/net/demo_url.h"
#include "core/net/exchange.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace loopscope {

namespace {

/// The system's proxies, but none to this machine itself.
class ProxyForOthers : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

Fetcher::Fetcher(QUrl demoServer, FetchLimits limits) : m_demoServer(std::move(demoServer)), m_limits(limits)
{
    m_manager.setProxyFactory(new ProxyForOthers); // owned by the manager
}

QCoro::Task<Fetched> Fetcher::get(QUrl url, BodyReader reader)
{
    Loop &loop = *Loop::running();
    if (loop.clock() == ClockKind::Virtual)
        throw RuntimeError(QStringLiteral("fetch needs the real clock"));
    const QUrl target = targetOf(url);
    Exchange exchange(loop, {++m_requests, std::move(url), target}, m_manager, m_limits, m_pool,
                      std::move(reader));
    co_await exchange.ended();
    co_return exchange.take();
}

QUrl Fetcher::targetOf(const QUrl &url) const
{
    if (isDemoUrl(url) && m_demoServer.isEmpty())
        throw OSError(QStringLiteral("there is no demo server"));
    const QUrl target = resolvedUrl(url, m_demoServer);
    const bool known = target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https");
    if (!target.isValid() || !known || target.host().isEmpty())
        throw ValueError(QStringLiteral("\"%1\" is no http or https address").arg(url.toString()));
    return target;
}

} // namespace loopscope
