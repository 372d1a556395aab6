// SPDX-License-Identifier: MIT
#include "core/loop/runner.h"

#include "core/base/json_text.h"
#include "core/loop/wait_graph.h"

#include <algorithm>

namespace loopscope {
namespace {

/// _run_until_complete_cb, the first callback of the future the loop runs for.
void stopLoop(RefCounted &future, RefCounted *)
{
    static_cast<FutureBase &>(future).loop().stop();
}

QByteArray stallPayload(const std::vector<Ref<FutureBase>> &unfinished)
{
    constexpr size_t mostListed = 100; // of those that one task waits for
    QByteArrayList names;
    for (const auto &task : unfinished)
        names += jsonString(task->name());
    JsonObjectText payload;
    payload.addRaw("waiting", '[' + names.join(',') + ']');
    if (const std::vector<TaskWait> waits = waitGraph(unfinished); !waits.empty())
        payload.addRaw("waits_for", waitGraphJson(waits, mostListed));
    return payload.text();
}

} // namespace

Runner::Runner(Loop &loop, QString runName, const QString &mainName, const QByteArray &more)
    : m_loop(loop), m_runName(std::move(runName)), m_began(loop.time())
{
    m_loop.interruption()->reset();
    m_loop.emitEvent(EventKind::RunBegin, {}, 0,
                     JsonObjectText()
                         .add("run", m_runName)
                         .add("main", mainName)
                         .add("clock", loop.clock() == ClockKind::Real ? u"real" : u"virtual")
                         .addMembers(more)
                         .text());
}

Runner::~Runner()
{
    m_loop.setHost(nullptr);
}

void Runner::begin(const AnyFuture &main, Finished finished, std::function<QByteArray()> valueText)
{
    m_main = main.state();
    m_finished = std::move(finished);
    m_valueText = std::move(valueText);
    m_phase = Phase::Main;
    m_loop.setMainTask(m_main->asTask());
    stopWhenDone(m_main);
    m_loop.setHost(this);
}

void Runner::stopWhenDone(const Ref<FutureBase> &future)
{
    future->addCallback(&stopLoop, future);
}

void Runner::requestStop()
{
    m_loop.interruption()->interrupt();
    m_loop.wakeup()->post([this] { stopRequested(); });
}

void Runner::stopRequested()
{
    if (m_phase == Phase::Finished || m_phase == Phase::Idle)
        return;
    if (++m_stops > 1)
        return abandon();
    if (m_phase == Phase::Main)
        m_main->cancel({});
}

void Runner::stalled()
{
    if (m_phase == Phase::Jobs || m_phase == Phase::Finished)
        return;
    m_loop.setCause(m_loop.emitEvent(EventKind::Stalled, {}, 0, stallPayload(m_loop.unfinishedTasks())));
    if (++m_stalls == 1 && !m_main->done())
        m_main->cancel({});
    else
        m_loop.stop();
}

void Runner::stopped()
{
    switch (m_phase) {
    case Phase::Main:
        return afterMain();
    case Phase::CleanUp:
        return afterCleanUp();
    case Phase::ShutDown:
        m_phase = Phase::Jobs;
        return outsideIdle();
    default:
        return;
    }
}

QByteArray Runner::mainOutcome()
{
    if (!m_main->done())
        return R"("outcome":"stalled")";
    m_result.error = m_main->errorForWaiter();
    m_result.good = !m_result.error;
    if (m_result.good)
        return R"("outcome":"result","value":)" + m_valueText();
    if (isCancelledError(m_result.error))
        return R"("outcome":"cancelled")";
    return R"("outcome":"exception",)" + errorMembers(describeError(m_result.error));
}

void Runner::afterMain()
{
    m_main->removeCallback(&stopLoop, m_main.get());
    m_outcome = mainOutcome();
    m_left = m_loop.unfinishedTasks();
    m_phase = Phase::CleanUp;
    cancelLeftOvers();
}

void Runner::cancelLeftOvers()
{
    if (m_left.empty())
        return shutDownPass(4);
    for (const auto &task : m_left)
        task->cancel({});
    const auto all = gatherInto<std::monostate>(m_loop, m_left, ReturnExceptions::Yes,
                                                [](const auto &) { return std::monostate(); });
    m_leftOvers = all.state();
    stopWhenDone(m_leftOvers);
}

void Runner::afterCleanUp()
{
    m_leftOvers->removeCallback(&stopLoop, m_leftOvers.get());
    if (!m_leftOvers->done())
        m_outcome = R"("outcome":"stalled")";
    shutDownPass(4);
}

void Runner::shutDownPass(int passesLeft)
{
    // shutdown_asyncgens and shutdown_default_executor: each a step, and then the callback that stops the loop.
    m_phase = Phase::ShutDown;
    class Passes final : public RefCounted
    {
    public:
        Passes(Runner &runner, int left) : m_runner(runner), m_left(left) {}
        static void run(RefCounted &self, RefCounted *)
        {
            auto &passes = static_cast<Passes &>(self);
            if (passes.m_left > 1)
                passes.m_runner.shutDownPass(passes.m_left - 1);
            else
                passes.m_runner.m_loop.stop();
        }

    private:
        Runner &m_runner;
        int m_left;
    };
    m_loop.schedule(&Passes::run, makeRef<Passes>(*this, passesLeft));
}

void Runner::outsideIdle()
{
    if (m_phase == Phase::Jobs && m_loop.outsideCount() == 0)
        end();
}

void Runner::tellUnretrieved()
{
    std::vector<Ref<FutureBase>> failed;
    for (const auto &future : m_loop.failed()) {
        if (future->isUnretrieved())
            failed.push_back(future);
    }
    for (const auto &task : m_left) {
        if (task->peekError() && !task->isUnretrieved())
            failed.push_back(task);
    }
    std::ranges::sort(failed, {}, [](const auto &future) { return future->creation(); });
    for (const auto &future : failed) {
        const QByteArray error = errorMembers(describeError(future->peekError()));
        m_loop.emitEvent(EventKind::Unretrieved, {}, 0,
                         "{\"of\":" + jsonString(future->name()) + ',' + error + '}');
        future->markRetrieved();
    }
}

void Runner::end()
{
    tellUnretrieved();
    finishWith(m_outcome);
}

void Runner::abandon()
{
    m_phase = Phase::Finished;
    m_loop.abandonAll();
    m_result.good = false;
    finishWith(R"("outcome":"abandoned")");
}

void Runner::finishWith(const QByteArray &outcome)
{
    m_phase = Phase::Finished;
    m_loop.setHost(nullptr);
    m_result.cost = m_loop.mainDoneAt().value_or(m_loop.time()) - m_began;
    const QByteArray cost = jsonNumber(double(m_result.cost.count() / 1000) / 1e6);
    m_result.payload = "{\"run\":" + jsonString(m_runName) + ',' + outcome + ",\"cost\":" + cost + '}';
    m_loop.emitEvent(EventKind::RunEnd, {}, 0, m_result.payload);
    m_loop.abandonAll(); // as asyncio.run closes its loop: what is still ready never runs
    if (m_finished)
        std::exchange(m_finished, nullptr)(m_result);
}

} // namespace loopscope
