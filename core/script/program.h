// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/runner.h"

#include <QCoreApplication>

#include <deque>

namespace loopscope {
class Fetcher;
}

namespace loopscope::script {

/// Runs main coroutines one after the other, each on a loop of its own, as asyncio.run does. An error that
/// leaves one is told on standard error, and the next one begins.
class Program : public QObject
{
public:
    /// On the real clock, the program's first argument says where `demo:/…` addresses lead.
    Program(int &argc, char **argv, ClockKind clock = ClockKind::Virtual);
    ~Program() override;

    /// `main(arguments...)` runs in its turn.
    template<class Function, class... Arguments>
    void run(const QString &name, Function main, Arguments... arguments)
    {
        m_waiting.push_back({name, [main, arguments...](Runner &runner, const TaskOptions &options,
                                                        Runner::Finished finished) {
                                 runner.start(options, std::move(finished), main, arguments...);
                             }});
    }

    /// Runs all, and returns the exit status: 0 if each had a result.
    [[nodiscard]] int exec();

    /// Of the program that runs, on the real clock; null on the virtual one.
    [[nodiscard]] static Fetcher *fetcher();

private:
    using Start = std::function<void(Runner &, const TaskOptions &, Runner::Finished)>;
    struct Waiting
    {
        QString name;
        Start start;
    };

    void beginNext();
    void endCurrent(const RunOutcome &outcome);
    void dropCurrent();

    QCoreApplication m_application;
    const ClockKind m_clock;
    std::unique_ptr<Fetcher> m_fetcher;
    std::deque<Waiting> m_waiting;
    std::unique_ptr<Loop> m_loop;
    std::unique_ptr<Runner> m_runner;
    int m_status = 0;

    static inline Program *s_running = nullptr;
};

} // namespace loopscope::script
