// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/gather.h"

namespace loopscope {

/// How a run ended. `payload` is what RunEnd says.
struct RunOutcome
{
    QByteArray payload;
    std::exception_ptr error; ///< what left main, a CancelledError if it was cancelled
    bool good = false;        ///< main returned a result
    Nanos cost{0};            ///< until main was done, or until the end if it never was
};

/// Runs one main task on a loop from beginning to end, as asyncio.run does (CPython: asyncio.runners.Runner,
/// BaseEventLoop.run_until_complete).
///
/// Main's first done callback stops the loop, at the end of its pass: one more pass runs after main's last step. Then
/// every task that is left is cancelled, in creation order, and the loop runs until they have ended. Then come the
/// four passes of asyncio's two shutdown coroutines, and the wait for jobs on threads; then errors that nobody asked
/// for are told of.
///
/// A stall (nothing can ever happen) is told of; the first time it cancels main, the second time it ends the run.
class Runner final : private LoopHost
{
public:
    using Finished = std::function<void(const RunOutcome &)>;

    /// `runName`, `mainName`: what events call the run and its coroutine. Tells of the run's begin, with the
    /// members of `more` (a JSON object, or empty) behind what RunBegin always says.
    Runner(Loop &loop, QString runName, const QString &mainName, const QByteArray &more = {});
    ~Runner();
    Runner(const Runner &) = delete;
    Runner &operator=(const Runner &) = delete;

    /// Makes main, a task of its own; `finished` is called outside of any pass, when all is over.
    template<class Function, class... Arguments>
    void start(const TaskOptions &options, Finished finished, Function function, Arguments... arguments)
    {
        const auto task = createTask(m_loop, options, std::move(function), std::move(arguments)...);
        begin(task, std::move(finished), [state = task.typedState()] { return valueText(*state); });
    }

    /// Stops as Ctrl+C stops asyncio.run: blocks and jobs that sleep are woken, now and for the rest of the run,
    /// main is cancelled, and the run ends in its own way. The second time the run is abandoned: nothing of it
    /// runs any more. Any thread.
    void requestStop();

    [[nodiscard]] bool isFinished() const { return m_phase == Phase::Finished; }

private:
    enum class Phase { Idle, Main, CleanUp, ShutDown, Jobs, Finished };

    template<class T>
    static QByteArray valueText(FutureState<T> &state)
    {
        if constexpr (std::is_void_v<T>)
            return "null";
        else
            return resultText(state.result());
    }
    void begin(const AnyFuture &main, Finished finished, std::function<QByteArray()> valueText);
    void stopWhenDone(const Ref<FutureBase> &future);
    void stopRequested();
    void stopped() override;
    void stalled() override;
    void outsideIdle() override;
    void afterMain();
    void cancelLeftOvers();
    void afterCleanUp();
    void shutDownPass(int passesLeft);
    void end();
    void abandon();
    void tellUnretrieved();
    [[nodiscard]] QByteArray mainOutcome();
    void finishWith(const QByteArray &outcome);

    Loop &m_loop;
    const QString m_runName;
    TracePoint m_began;
    Phase m_phase = Phase::Idle;
    Ref<FutureBase> m_main;
    Ref<FutureBase> m_leftOvers; ///< the gather of the tasks that main left behind
    std::vector<Ref<FutureBase>> m_left;
    std::function<QByteArray()> m_valueText;
    Finished m_finished;
    QByteArray m_outcome;
    RunOutcome m_result;
    int m_stalls = 0;
    int m_stops = 0;
};

} // namespace loopscope
