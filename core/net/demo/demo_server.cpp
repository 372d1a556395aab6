// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_server.h"

#include "core/net/demo/demo_routes.h"
#include "core/net/demo/pause.h"

#include <httplib.h>

#include <thread>

namespace loopscope {

struct DemoServer::Private
{
    demo::Pause pause; // outlives the server, whose answers wait on it
    httplib::Server server;
    int port = -1;
    std::atomic<bool> ended = false;
    std::thread listener;
};

Result<std::unique_ptr<DemoServer>> DemoServer::start()
{
    // A connection that is kept open holds a thread; Qt opens six to a host.
    constexpr size_t threads = 24;
    auto d = std::make_unique<Private>();
    d->server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    d->server.set_keep_alive_max_count(10'000);
    d->server.set_keep_alive_timeout(1);
    d->server.set_tcp_nodelay(true);
    demo::addRoutes(d->server, d->pause);
    d->port = d->server.bind_to_any_port("127.0.0.1");
    if (d->port < 0)
        return failure({QT_TRANSLATE_NOOP("Problem", "the demo server found no free port on 127.0.0.1")});
    return std::unique_ptr<DemoServer>(new DemoServer(std::move(d)));
}

DemoServer::DemoServer(std::unique_ptr<Private> p) : d(std::move(p))
{
    d->listener = std::thread([d = d.get()] {
        d->server.listen_after_bind();
        d->ended = true;
    });
    // stop() does nothing until the server is listening, so nobody may get hold of it before.
    while (!d->server.is_running() && !d->ended)
        std::this_thread::yield();
}

DemoServer::~DemoServer()
{
    d->pause.interrupt();
    d->server.stop();
    d->listener.join();
}

QUrl DemoServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port));
}

} // namespace loopscope
