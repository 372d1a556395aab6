// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <memory>

namespace loopscope {

/// A small HTTP server on the loopback interface, so that every plan that fetches works without a network, and
/// the net can be tested for what goes wrong. Its address is what `demo:/…` stands for (see demo_url.h).
///
///     /               the 31 addresses of a public API's root
///     /emojis         a large object: 1,900 names
///     /feeds          a small nested object
///     /delay/MS       answers after so many milliseconds
///     /status/CODE    answers with this status
///     /chunked        ?chunks=5&delay=100: an array, one element at a time, so many milliseconds apart
///     /drop           breaks off in the middle of the body
///     /big            ?mb=8: an array of about so many megabytes
///     /redirect       ?n=1: so many redirections, then /
///     /not-json       a page of HTML
///
/// Each takes `latency=MS`, too: it answers so much later.
///
/// It answers on threads of its own. Destroying it interrupts the answers that wait, and may take as long as an
/// idle connection is kept open (a second) when a client still holds one.
class DemoServer
{
public:
    /// Listens on 127.0.0.1, on a port that is free.
    [[nodiscard]] static Result<std::unique_ptr<DemoServer>> start();
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    /// `http://127.0.0.1:PORT`
    [[nodiscard]] QUrl url() const;

private:
    struct Private;
    explicit DemoServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace loopscope
