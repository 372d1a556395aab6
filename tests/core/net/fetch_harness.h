// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/runner.h"
#include "core/net/fetcher.h"

#include <QEventLoop>
#include <QTimer>

#include <vector>

namespace loopscope {

/// Keeps what a loop says.
class Heard : public LoopObserver
{
public:
    EventId observe(const Emission &emission) override
    {
        events.push_back(emission);
        return {quint32(events.size())};
    }

    static bool isRequest(EventKind kind)
    {
        return kind >= EventKind::RequestQueued && kind <= EventKind::RequestDone;
    }

    /// The phases of one request, one letter each: Queued, Connecting, Encrypted, Sent, Headers, Done.
    [[nodiscard]] QByteArray phasesOf(quint32 request) const
    {
        QByteArray phases;
        for (const Emission &event : events) {
            if (isRequest(event.kind) && event.subject == request)
                phases += "QCESHD"[int(event.kind) - int(EventKind::RequestQueued)];
        }
        return phases;
    }

    /// The last event of this kind; none, if there was none.
    [[nodiscard]] Emission last(EventKind kind) const
    {
        for (auto it = events.rbegin(); it != events.rend(); ++it) {
            if (it->kind == kind)
                return *it;
        }
        return {};
    }

    std::vector<Emission> events;
};

/// Runs coroutines that fetch, each on a real-clock loop of its own.
class FetchHarness
{
public:
    FetchHarness(const QUrl &server, const FetchLimits &limits = {}) : m_fetcher(server, limits) {}

    /// Runs `main(fetcher, arguments…)` to its end and returns how it ended.
    template<class Function, class... Arguments>
    RunOutcome run(Function main, Arguments... arguments)
    {
        Loop loop(ClockKind::Real, &heard);
        Runner runner(loop, QStringLiteral("run"), QStringLiteral("main"));
        QEventLoop qt;
        RunOutcome outcome;
        const auto finished = [&](const RunOutcome &how) {
            outcome = how;
            qt.quit();
        };
        runner.start({}, finished, main, &m_fetcher, std::move(arguments)...);
        QTimer::singleShot(20'000, &qt, &QEventLoop::quit); // the outcome stays empty
        qt.exec();
        return outcome;
    }

    /// `Type: message` of what left main, empty if nothing did.
    template<class Function, class... Arguments>
    QString errorOf(Function main, Arguments... arguments)
    {
        const RunOutcome outcome = run(main, std::move(arguments)...);
        if (!outcome.error)
            return {};
        const ErrorInfo info = describeError(outcome.error);
        return QString::fromUtf8(info.type) + QStringLiteral(": ") + info.message;
    }

    Heard heard;

private:
    Fetcher m_fetcher;
};

/// Fetches `url` into `answer`.
inline QCoro::Task<> fetchInto(Fetcher *fetcher, QUrl url, Fetched *answer)
{
    *answer = co_await fetcher->get(std::move(url));
}

inline QCoro::Task<> fetchOnly(Fetcher *fetcher, QUrl url)
{
    co_await fetcher->get(std::move(url));
}

} // namespace loopscope
