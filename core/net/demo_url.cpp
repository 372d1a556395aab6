// SPDX-License-Identifier: MIT
#include "core/net/demo_url.h"

namespace loopscope {

bool isDemoUrl(const QUrl &url)
{
    return url.scheme() == QLatin1String("demo");
}

QUrl resolvedUrl(const QUrl &url, const QUrl &server)
{
    if (!isDemoUrl(url))
        return url;
    if (server.isEmpty())
        return {};
    QUrl resolved = url;
    resolved.setScheme(server.scheme());
    resolved.setAuthority(server.authority());
    // `demo:feeds` is what one types; a path below an authority begins with a slash.
    if (!resolved.path().startsWith(QLatin1Char('/')))
        resolved.setPath(QLatin1Char('/') + url.path());
    return resolved;
}

} // namespace loopscope
