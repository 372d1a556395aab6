// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/executor.h"
#include "core/loop/runner.h"
#include "core/loop/sleep.h"
#include "core/loop/wait.h"
#include "tests/support/log_observer.h"

#include <QCoreApplication>
#include <QSemaphore>

#include <atomic>
#include <thread>

namespace loopscope {

/// Runs main coroutines on a loop of their own, from a test's ordinary code, with a log of what happened.
class LoopHarness
{
public:
    explicit LoopHarness(ClockKind clock = ClockKind::Virtual) : m_loop(clock, &m_log) {}
    /// `run` and `main` name the run and its coroutine in the log.
    LoopHarness(QString run, QString main)
        : m_loop(ClockKind::Virtual, &m_log), m_run(std::move(run)), m_main(std::move(main))
    {
    }

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
        std::thread stopper;
        std::atomic<bool> over = false;
        const auto begin = [&](Runner &runner) {
            stopper = std::thread([&] {
                for (go.acquire(); !over; go.acquire())
                    runner.requestStop();
            });
        };
        const auto end = [&] {
            over = true;
            go.release();
            stopper.join();
        };
        return runWith(begin, end, std::move(function), &go, std::move(arguments)...);
    }

    [[nodiscard]] Loop &loop() { return m_loop; }
    [[nodiscard]] const QStringList &log() const { return m_log.lines(); }
    /// `TIME text` of every print, as one line each.
    [[nodiscard]] QString prints() const;

private:
    template<class Begin, class End, class Function, class... Arguments>
    RunOutcome runWith(Begin begin, End end, Function function, Arguments... arguments)
    {
        Runner runner(m_loop, m_run, m_main);
        RunOutcome outcome;
        const auto finished = [&](const RunOutcome &result) {
            outcome = result;
            m_finished = true;
        };
        runner.start({.name = {}, .coroutine = m_main}, finished, std::move(function),
                     std::move(arguments)...);
        begin(runner);
        spin();
        end();
        return outcome;
    }
    void spin();

    LogObserver m_log;
    Loop m_loop;
    QString m_run = QStringLiteral("main");
    QString m_main = QStringLiteral("main");
    bool m_finished = false;
};

/// Prints in a test's coroutine.
inline void print(const QString &text)
{
    Loop::running()->print(text);
}

/// The first line in which the logs differ, both versions of it; empty if they are equal.
QString firstDifference(const QStringList &actual, const QStringList &expected);

} // namespace loopscope
