// SPDX-License-Identifier: MIT
// The works that QCoro alone can do, with its own promise. Prints `work value`, a line each; see ../switching.py.
#include "tests/bench/switching/figures.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QCoroTimer>

using namespace std::chrono_literals;

namespace {

struct QueuedHop
{
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> frame) const
    {
        QMetaObject::invokeMethod(qApp, [frame] { frame.resume(); }, Qt::QueuedConnection);
    }
    void await_resume() const {}
};

QCoro::Task<> yielder(int times)
{
    for (int i = 0; i < times; ++i)
        co_await QueuedHop();
}

QCoro::Task<int> trivial()
{
    co_return 1;
}

QCoro::Task<> awaitTrivial()
{
    int sum = 0;
    for (int i = 0; i < bench::awaited; ++i)
        sum += co_await trivial();
    if (sum != bench::awaited)
        std::exit(1);
}

QCoro::Task<> countDown(int *left, QCoro::Task<> task)
{
    co_await task;
    if (--*left == 0)
        QCoreApplication::quit();
}

double yieldSeconds(int tasks, int times)
{
    const auto began = bench::Clock::now();
    int left = tasks;
    std::vector<QCoro::Task<>> all;
    for (int i = 0; i < tasks; ++i)
        all.push_back(countDown(&left, yielder(times)));
    QCoreApplication::exec();
    return std::chrono::duration<double>(bench::Clock::now() - began).count();
}

double awaitSeconds()
{
    const auto began = bench::Clock::now();
    const auto task = awaitTrivial();
    return std::chrono::duration<double>(bench::Clock::now() - began).count();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::Choice chosen(argc, argv);
    if (chosen.has("yield1"))
        bench::say("yield1", bench::yields / yieldSeconds(1, bench::yields));
    if (chosen.has("yield1000"))
        bench::say("yield1000", bench::yields / yieldSeconds(bench::yielders, bench::yields / bench::yielders));
    if (chosen.has("await"))
        bench::say("await", bench::awaited / awaitSeconds());
    return 0;
}
