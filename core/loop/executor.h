// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

#include <QThreadPool>
#include <QtConcurrentRun>

namespace loopscope {

/// Runs functions on threads for a loop (loop.run_in_executor with the default executor: min(32, cores + 4) threads).
/// Beginning and end of each job are events; the end is, even if nobody waits for it any more.
class Executor
{
public:
    explicit Executor(Loop &loop);
    ~Executor(); ///< waits for the running jobs

    /// Runs `function` on a thread; the future has what it returns or throws. What it captures is copied to that
    /// thread and dies there. Cancelling the future does not stop the function.
    template<class Function>
    auto run(Function function) -> Future<std::invoke_result_t<Function>>
    {
        using R = std::invoke_result_t<Function>;
        struct Outcome
        {
            std::optional<Stored<R>> value;
            std::exception_ptr error;
        };
        const auto future = makeFuture<R>();
        auto outcome = std::make_shared<Outcome>();
        const Job job = begin();
        m_loop.outsideBegan();
        const auto finished = m_loop.outsideCall([this, future, outcome, job] {
            end(job);
            m_loop.outsideDone();
            if (future->done())
                return;
            if (outcome->error)
                future->setException(outcome->error);
            else
                future->setResult(std::move(*outcome->value));
        });
        (void)QtConcurrent::run(&m_pool, [function = std::move(function), outcome, bring = finished.bring]() mutable {
            try {
                if constexpr (std::is_void_v<R>) {
                    function();
                    outcome->value.emplace();
                } else {
                    outcome->value.emplace(function());
                }
            } catch (...) {
                outcome->error = std::current_exception();
            }
            outcome.reset(); // before the loop hears: what it holds then dies on the loop's thread
            bring();
        });
        return future;
    }

    /// A job that takes `length` and then has `value`. On the virtual clock it is a timer; on the real one a thread
    /// sleeps, until it is interrupted.
    template<class T>
    Future<T> simulate(Seconds length, T value)
    {
        if (m_loop.clock() == ClockKind::Real)
            return run([length, value, interruption = m_loop.interruption()] {
                interruption->sleep(secondsToNanos(length.count()));
                return value;
            });
        const auto future = makeFuture<T>();
        const Job job = begin();
        m_loop.callLaterSilently(length, [this, future, job, value] {
            end(job);
            future->setResultUnlessDone(value);
        });
        return future;
    }

private:
    struct Job
    {
        quint32 number;
        EventId began;
    };
    template<class R>
    Ref<FutureState<R>> makeFuture()
    {
        const auto future = makeRef<FutureState<R>>(m_loop);
        future->setAwaitWord(AwaitWord::Executor);
        return future;
    }
    Job begin();
    void end(Job job);

    Loop &m_loop;
    QThreadPool m_pool;
    quint32 m_jobs = 0;
};

/// loop.run_in_executor(None, function), inside a pass.
template<class Function>
auto runInExecutor(Function function)
{
    return Loop::running()->executor().run(std::move(function));
}

} // namespace loopscope
