// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/executor.h"
#include "core/loop/runner.h"
#include "core/loop/sleep.h"
#include "core/loop/wait.h"
#include "tests/support/log_observer.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

namespace loopscope {

/// Runs main coroutines on a loop of their own, from a test's ordinary code, with a log of what happened.
class LoopHarness
{
public:
    explicit LoopHarness(ClockKind clock = ClockKind::Virtual) : m_loop(clock, &m_log) {}

    /// Runs `function(arguments...)` as the main task of a whole run, until it is over; returns how it ended.
    template<class Function, class... Arguments>
    RunOutcome run(Function function, Arguments... arguments)
    {
        return runWith([](Runner &) {}, [] {}, std::move(function), std::move(arguments)...);
    }

    /// The same, with a Stop from another thread each time the coroutine releases the semaphore, which it gets as its
    /// first argument.
    template<class Function, class... Arguments>
    RunOutcome runAndStop(Function function, Arguments... arguments)
    {
        QSemaphore go;
        std::unique_ptr<QThread> stopper;
        bool over = false; // written before the last release, read after it
        const auto begin = [&](Runner &runner) {
            stopper.reset(QThread::create([&] {
                for (go.acquire(); !over; go.acquire())
                    runner.requestStop();
            }));
            stopper->start();
        };
        const auto end = [&] {
            over = true;
            go.release();
            stopper->wait();
        };
        return runWith(begin, end, std::move(function), &go, std::move(arguments)...);
    }

    void beforeMain(std::function<void(Loop &)> call) { m_beforeMain = std::move(call); }
    [[nodiscard]] Loop &loop() { return m_loop; }
    [[nodiscard]] const QStringList &log() const { return m_log.lines(); }
    /// `TIME text` of every print, as one line each.
    [[nodiscard]] QString prints() const;

private:
    template<class Begin, class End, class Function, class... Arguments>
    RunOutcome runWith(Begin begin, End end, Function function, Arguments... arguments)
    {
        Runner runner(m_loop, QStringLiteral("main"), QStringLiteral("main"));
        if (m_beforeMain)
            m_beforeMain(m_loop);
        RunOutcome outcome;
        const auto finished = [&](const RunOutcome &result) {
            outcome = result;
            m_finished = true;
        };
        runner.start({.name = {}, .coroutine = QStringLiteral("main")}, finished, std::move(function),
                     std::move(arguments)...);
        begin(runner);
        spin();
        end();
        return outcome;
    }
    void spin();

    LogObserver m_log;
    Loop m_loop;
    std::function<void(Loop &)> m_beforeMain;
    bool m_finished = false;
};

/// Prints in a test's coroutine.
inline void print(const QString &text)
{
    Loop::running()->print(text);
}

/// The message of the exception being handled (in Python: str(e), e.args[0] or "").
QString errorText(const std::exception_ptr &error);

/// The first line in which the logs differ, both versions of it; empty if they are equal.
QString firstDifference(const QStringList &actual, const QStringList &expected);

} // namespace loopscope
