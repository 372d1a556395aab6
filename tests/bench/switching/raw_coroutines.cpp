// SPDX-License-Identifier: MIT
// The least that switching coroutines can cost: a ring of handles, no loop, no errors, no cancellation, no results
// but one int. Prints `work value`, a line each; see ../switching.py.
#include "tests/bench/switching/figures.h"

#include <coroutine>
#include <cstdlib>

namespace {

std::vector<std::coroutine_handle<>> ring(1 << 18);
std::size_t ringFirst = 0, ringEnd = 0;

void makeReady(std::coroutine_handle<> frame)
{
    ring[ringEnd++ & (ring.size() - 1)] = frame;
}

void runReady()
{
    while (ringFirst != ringEnd)
        ring[ringFirst++ & (ring.size() - 1)].resume();
}

struct Yield
{
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> frame) const { makeReady(frame); }
    void await_resume() const {}
};

struct RawTask
{
    struct promise_type
    {
        struct Final
        {
            bool await_ready() const noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> frame) const noexcept
            {
                const auto caller = frame.promise().caller;
                return caller ? caller : std::noop_coroutine();
            }
            void await_resume() const noexcept {}
        };
        RawTask get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        Final final_suspend() noexcept { return {}; }
        void return_value(int result) { value = result; }
        void unhandled_exception() { std::abort(); }
        std::coroutine_handle<> caller;
        int value = 0;
    };

    bool await_ready() const { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) const
    {
        frame.promise().caller = caller;
        return frame;
    }
    int await_resume() const
    {
        const int value = frame.promise().value;
        frame.destroy();
        return value;
    }
    std::coroutine_handle<promise_type> frame;
};

RawTask yielder(int times)
{
    for (int i = 0; i < times; ++i)
        co_await Yield();
    co_return 0;
}

RawTask trivial()
{
    co_return 1;
}

RawTask awaitTrivial()
{
    int sum = 0;
    for (int i = 0; i < bench::awaited; ++i)
        sum += co_await trivial();
    co_return sum;
}

template<class Make>
double seconds(int tasks, Make make)
{
    const auto began = bench::Clock::now();
    std::vector<RawTask> all;
    for (int i = 0; i < tasks; ++i) {
        all.push_back(make());
        makeReady(all.back().frame);
    }
    runReady();
    for (const RawTask &task : all)
        task.frame.destroy();
    return std::chrono::duration<double>(bench::Clock::now() - began).count();
}

} // namespace

int main(int argc, char **argv)
{
    const bench::Choice chosen(argc, argv);
    if (chosen.has("yield1"))
        bench::say("yield1", bench::yields / seconds(1, [] { return yielder(bench::yields); }));
    if (chosen.has("yield1000"))
        bench::say("yield1000", bench::yields / seconds(bench::yielders, [] {
                       return yielder(bench::yields / bench::yielders);
                   }));
    if (chosen.has("gather"))
        bench::say("gather", bench::gathered / seconds(bench::gathered, [] { return trivial(); }));
    if (chosen.has("await"))
        bench::say("await", bench::awaited / seconds(1, [] { return awaitTrivial(); }));
    return 0;
}
