// SPDX-License-Identifier: MIT
// The works on Boost.Asio's awaitables, one thread. Prints `work value`, a line each; see ../switching.py.
#include "tests/bench/switching/figures.h"

#include <utility>

#include <boost/asio.hpp>

namespace asio = boost::asio;

namespace {

asio::awaitable<void> yielder(int times)
{
    const auto executor = co_await asio::this_coro::executor;
    for (int i = 0; i < times; ++i)
        co_await asio::post(executor, asio::use_awaitable);
}

asio::awaitable<int> trivial()
{
    co_return 1;
}

asio::awaitable<void> awaitTrivial()
{
    int sum = 0;
    for (int i = 0; i < bench::awaited; ++i)
        sum += co_await trivial();
    if (sum != bench::awaited)
        std::abort();
}

asio::awaitable<void> napper(double length)
{
    asio::steady_timer timer(co_await asio::this_coro::executor);
    timer.expires_after(std::chrono::nanoseconds(long(length * 1e9)));
    co_await timer.async_wait(asio::use_awaitable);
}

template<class Spawn>
double seconds(int tasks, Spawn spawn)
{
    const auto began = bench::Clock::now();
    asio::io_context context(1);
    for (int i = 0; i < tasks; ++i)
        spawn(context);
    context.run();
    return std::chrono::duration<double>(bench::Clock::now() - began).count();
}

void measureWaitingTasks()
{
    asio::io_context context(1);
    const double before = bench::residentBytes();
    for (int i = 0; i < bench::gathered; ++i)
        asio::co_spawn(context, yielder(2), asio::detached);
    for (int i = 0; i < bench::gathered; ++i)
        context.run_one();
    bench::say("bytes_per_waiting_task", (bench::residentBytes() - before) / bench::gathered);
    context.run();
}

} // namespace

int main(int argc, char **argv)
{
    const bench::Choice chosen(argc, argv);
    if (chosen.has("yield1"))
        bench::say("yield1", bench::yields / seconds(1, [](asio::io_context &context) {
                       asio::co_spawn(context, yielder(bench::yields), asio::detached);
                   }));
    if (chosen.has("yield1000"))
        bench::say("yield1000", bench::yields / seconds(bench::yielders, [](asio::io_context &context) {
                       asio::co_spawn(context, yielder(bench::yields / bench::yielders), asio::detached);
                   }));
    if (chosen.has("gather")) {
        int sum = 0;
        bench::say("gather", bench::gathered / seconds(bench::gathered, [&sum](asio::io_context &context) {
                       asio::co_spawn(context, trivial(), [&sum](std::exception_ptr, int one) { sum += one; });
                   }));
    }
    if (chosen.has("await"))
        bench::say("await", bench::awaited / seconds(1, [](asio::io_context &context) {
                       asio::co_spawn(context, awaitTrivial(), asio::detached);
                   }));
    if (chosen.has("sleepers")) {
        bench::Deadlines deadlines;
        bench::say("sleepers", bench::gathered / seconds(bench::gathered, [&](asio::io_context &context) {
                       asio::co_spawn(context, napper(deadlines.next()), asio::detached);
                   }));
    }
    if (chosen.has("bytes"))
        measureWaitingTasks();
    return 0;
}
