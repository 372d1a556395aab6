// SPDX-License-Identifier: MIT
// The works of the table in ../README.md, on Loopscope's loop. Prints `work value`, a line each; see ../switching.py.
#include "core/loop/gather.h"
#include "core/loop/runner.h"
#include "core/loop/sleep.h"
#include "core/loop/sync_event.h"
#include "core/trace/recorder.h"
#include "tests/bench/switching/figures.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <memory>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> yielder(int times)
{
    for (int i = 0; i < times; ++i)
        co_await sleep(0s);
}

QCoro::Task<int> trivial()
{
    co_return 1;
}

QCoro::Task<> napper(Seconds length)
{
    co_await sleep(length);
}

QCoro::Task<> yieldAlone()
{
    co_await yielder(bench::yields);
}

QCoro::Task<> yieldTogether()
{
    std::vector<Task<>> tasks;
    for (int i = 0; i < bench::yielders; ++i)
        tasks.push_back(createTask(&yielder, bench::yields / bench::yielders));
    co_await gather(tasks);
}

QCoro::Task<> gatherTrivial()
{
    std::vector<Task<int>> tasks;
    tasks.reserve(bench::gathered);
    for (int i = 0; i < bench::gathered; ++i)
        tasks.push_back(createTask(&trivial));
    co_await gather(tasks);
}

QCoro::Task<> awaitTrivial()
{
    int sum = 0;
    for (int i = 0; i < bench::awaited; ++i)
        sum += co_await trivial();
    if (sum != bench::awaited)
        throw RuntimeError(QStringLiteral("awaited %1").arg(sum));
}

QCoro::Task<int> chain(int depth)
{
    if (depth == 0)
        co_return 0;
    const int below = co_await chain(depth - 1);
    co_return below + 1;
}

QCoro::Task<> awaitChain()
{
    const int depth = co_await chain(bench::chained);
    if (depth != bench::chained)
        throw RuntimeError(QStringLiteral("the chain broke"));
}

QCoro::Task<> sleepers()
{
    std::vector<Task<>> tasks;
    tasks.reserve(bench::gathered);
    bench::Deadlines deadlines;
    for (int i = 0; i < bench::gathered; ++i)
        tasks.push_back(createTask(&napper, Seconds(deadlines.next())));
    co_await gather(tasks);
}

QCoro::Task<> hold(sync::Event *event)
{
    co_await event->wait();
}

QCoro::Task<> measureWaitingTasks()
{
    sync::Event event;
    std::vector<Task<>> tasks;
    tasks.reserve(bench::gathered);
    co_await sleep(0s);
    const double before = bench::residentBytes();
    for (int i = 0; i < bench::gathered; ++i)
        tasks.push_back(createTask(&hold, &event));
    co_await sleep(0s);
    co_await sleep(0s);
    bench::say("bytes_per_waiting_task", (bench::residentBytes() - before) / bench::gathered);
    event.set();
    co_await gather(tasks);
}

QCoro::Task<> measureOvershoot()
{
    bench::Overshoot late;
    for (int i = 0; i < bench::naps; ++i) {
        const auto began = bench::Clock::now();
        co_await sleep(10ms);
        late.add(bench::Clock::now() - began - 10ms);
    }
    late.say("sleep_10ms");
}

/// Runs `main` on a loop of its own, and returns how long that took.
template<class Main>
double seconds(Main main, LoopObserver *observer = nullptr)
{
    const auto began = bench::Clock::now();
    Loop loop(ClockKind::Real, observer);
    QEventLoop untilEnd;
    Runner runner(loop, QStringLiteral("bench"), QStringLiteral("main"));
    bool good = false;
    runner.start({}, [&](const RunOutcome &outcome) { good = outcome.good; untilEnd.quit(); }, main);
    untilEnd.exec();
    if (!good)
        std::exit(1);
    return std::chrono::duration<double>(bench::Clock::now() - began).count();
}

/// The same with every event recorded, and thrown away at the channel's other end.
double recordedSeconds(QCoro::Task<> (*main)())
{
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder(channel);
    QTimer drain;
    QObject::connect(&drain, &QTimer::timeout, &drain, [&] { reader.drain([](const Record &) {}); });
    drain.start(10);
    return seconds(main, &recorder);
}

void measurePreciseTimer()
{
    bench::Overshoot late;
    for (int i = 0; i < bench::naps; ++i) {
        QEventLoop untilEnd;
        const auto began = bench::Clock::now();
        QTimer::singleShot(10ms, Qt::PreciseTimer, &untilEnd, [&] {
            late.add(bench::Clock::now() - began - 10ms);
            untilEnd.quit();
        });
        untilEnd.exec();
    }
    late.say("precise_qtimer_10ms");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::Choice chosen(argc, argv);
    if (chosen.has("yield1"))
        bench::say("yield1", bench::yields / seconds(&yieldAlone));
    if (chosen.has("yield1000"))
        bench::say("yield1000", bench::yields / seconds(&yieldTogether));
    if (chosen.has("yield1000_recorded"))
        bench::say("yield1000_recorded", bench::yields / recordedSeconds(&yieldTogether));
    if (chosen.has("gather"))
        bench::say("gather", bench::gathered / seconds(&gatherTrivial));
    if (chosen.has("await"))
        bench::say("await", bench::awaited / seconds(&awaitTrivial));
    if (chosen.has("chain"))
        bench::say("chain", bench::chained / seconds(&awaitChain));
    if (chosen.has("sleepers"))
        bench::say("sleepers", bench::gathered / seconds(&sleepers));
    if (chosen.has("bytes"))
        seconds(&measureWaitingTasks);
    if (chosen.has("overshoot")) {
        measurePreciseTimer();
        seconds(&measureOvershoot);
    }
    return 0;
}
