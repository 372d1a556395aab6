// SPDX-License-Identifier: MIT
#include "core/plan/plan_runner.h"

#include "core/base/json_text.h"
#include "core/net/fetcher.h"
#include "core/plan/interpreter.h"
#include "core/plan/items.h"

namespace loopscope {

namespace {

/// What main is when "shared" or main's arguments could not be evaluated.
QCoro::Task<Value> failAtOnce(std::exception_ptr error)
{
    std::rethrow_exception(error);
    co_return Value();
}

} // namespace

/// One run with all that belongs to it, in the order in which it must be there: what the tasks refer to
/// outlives the loop that owns them.
struct PlanRunner::CurrentRun
{
    CurrentRun(const PlanRef &plan, const Turn &turn, const PlanRunOptions &options, Fetcher *fetcher)
        : run(*turn.run), loop(std::make_unique<Loop>(options.clock, options.observer)),
          execution(plan, *loop, fetcher),
          runner(std::make_unique<Runner>(*loop, run.name, mainCoroutine().name, turn.round))
    {
    }
    ~CurrentRun()
    {
        runner.reset();
        loop->abandonAll(); // frames first: they still refer to things
        execution.letGo();
        loop.reset();
    }
    CurrentRun(const CurrentRun &) = delete;
    CurrentRun &operator=(const CurrentRun &) = delete;

    [[nodiscard]] const Coroutine &mainCoroutine() const
    {
        return execution.plan().coroutines[size_t(run.main.coroutine)];
    }

    void start(Runner::Finished finished)
    {
        const TaskOptions options{{}, mainCoroutine().name};
        try {
            const Ref<Frame> frame = makeRef<Frame>(execution);
            runStepsNow(*frame, execution.plan().shared);
            PendingCall main = resolveCall(*frame, run.main);
            runner->start(options, std::move(finished), &runCall, &execution, main.coroutine,
                          std::move(main.arguments));
        } catch (...) {
            runner->start(options, std::move(finished), &failAtOnce, std::current_exception());
        }
    }

    const PlanRun &run;
    std::unique_ptr<Loop> loop;
    Execution execution;
    std::unique_ptr<Runner> runner;
};

PlanRunner::PlanRunner(PlanRef plan, PlanRunOptions options)
    : m_plan(std::move(plan)), m_options(std::move(options))
{
}

PlanRunner::~PlanRunner()
{
    dropCurrent();
}

void PlanRunner::start(const QStringList &runs)
{
    plan(runs);
    if (m_options.clock == ClockKind::Real)
        m_fetcher = std::make_unique<Fetcher>(m_options.demoServer);
    QMetaObject::invokeMethod(this, &PlanRunner::beginNext, Qt::QueuedConnection);
}

void PlanRunner::plan(const QStringList &runs)
{
    const TimingSession session = m_options.session.value_or(TimingSession{1, 0});
    for (int round = 1; round <= session.warmups + session.repeats; ++round) {
        const bool warmsUp = round <= session.warmups;
        JsonObjectText text;
        if (m_options.session)
            text.add(warmsUp ? "warmup" : "repeat", qint64(warmsUp ? round : round - session.warmups));
        for (const PlanRun &run : m_plan->runs) {
            if (runs.isEmpty() || runs.contains(run.name))
                m_waiting.push_back({&run, text.text()});
        }
    }
    std::reverse(m_waiting.begin(), m_waiting.end());
}

void PlanRunner::beginNext()
{
    dropCurrent();
    if (m_waiting.empty()) {
        Q_EMIT finished();
        return;
    }
    const Turn turn = std::move(m_waiting.back());
    m_waiting.pop_back();
    Q_EMIT runAboutToBegin(turn.run->name);
    auto current = std::make_unique<CurrentRun>(m_plan, turn, m_options, m_fetcher.get());
    {
        const QMutexLocker lock(&m_mutex);
        m_current = std::move(current);
    }
    m_current->start([this](const RunOutcome &outcome) { endCurrent(outcome); });
}

void PlanRunner::dropCurrent()
{
    std::unique_ptr<CurrentRun> over; // dies without the lock: it may have to wait for a job on a thread
    const QMutexLocker lock(&m_mutex);
    over = std::move(m_current);
    if (m_stops > 0)
        m_waiting.clear();
}

void PlanRunner::endCurrent(const RunOutcome &outcome)
{
    Q_EMIT runEnded(m_current->run.name, outcome);
    // The loop that has just ended is still on the stack.
    QMetaObject::invokeMethod(this, &PlanRunner::beginNext, Qt::QueuedConnection);
}

void PlanRunner::requestStop()
{
    const QMutexLocker lock(&m_mutex);
    ++m_stops;
    if (m_current)
        m_current->runner->requestStop();
}

} // namespace loopscope
