// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

namespace loopscope {

/// Whether a plan means the demo server with this address: `demo:/emojis?latency=200`.
[[nodiscard]] bool isDemoUrl(const QUrl &url);

/// Where a request really goes: a `demo:` address becomes one of the demo server at `server`, any other stays as
/// it is. Invalid when it is a `demo:` address and `server` is empty.
[[nodiscard]] QUrl resolvedUrl(const QUrl &url, const QUrl &server);

} // namespace loopscope
