// SPDX-License-Identifier: MIT
#include "ui/inspector/request_facts.h"

#include "ui/shared/event_text.h"
#include "ui/style/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString statusText(const RequestInfo &request)
{
    if (!request.error.isEmpty())
        return Tr::tr("failed");
    return request.status ? QString::number(request.status) : Tr::tr("under way");
}

} // namespace

QList<FetchPhaseSpan> fetchPhases(const RequestInfo &request, TracePoint now)
{
    // Qt tells when a handshake is done, not when it began: connecting and TLS are one phase.
    const std::pair<FetchPhase, std::optional<TracePoint>> begins[] = {
        {FetchPhase::Queued, request.queued},
        {request.encrypted ? FetchPhase::Tls : FetchPhase::Connect, request.connecting},
        {FetchPhase::Server, request.sent},
        {FetchPhase::Receive, request.headers}};
    QList<FetchPhaseSpan> phases;
    const auto endLast = [&](TracePoint at) {
        if (!phases.isEmpty())
            phases.last().length = std::max(Nanos(0), at - request.queued - phases.last().begin);
    };
    for (const auto &[phase, begin] : begins) {
        if (!begin)
            continue;
        endLast(*begin);
        phases += {phase, *begin - request.queued, Nanos(0)};
    }
    endLast(request.done.value_or(now));
    return phases;
}

Facts requestFacts(const Store &store, const RequestInfo &request, TracePoint now)
{
    Facts facts;
    facts.badge = statusText(request);
    facts.title = request.method + u' ' + request.url;
    facts.end = !request.done                                     ? TaskEnd::Unfinished
                : request.error.isEmpty() && request.status < 400 ? TaskEnd::Done
                                                                  : TaskEnd::Failed;
    const TracePoint end = std::max(request.queued, request.done.value_or(now));
    facts.rows += {Tr::tr("Task"), taskText(store, request.task), request.first};
    facts.rows += {Tr::tr("Total"), durationText(end - request.queued)};
    if (!request.error.isEmpty())
        facts.rows += {Tr::tr("Error"), request.error, request.last};
    else if (request.done)
        facts.rows += {Tr::tr("Body"), Tr::tr("%1 JSON").arg(bytesText(request.bytes)), request.last};
    return facts;
}

QString phaseText(FetchPhase phase)
{
    switch (phase) {
    case FetchPhase::Queued: return Tr::tr("queued");
    case FetchPhase::Connect: return Tr::tr("connect");
    case FetchPhase::Tls: return Tr::tr("connect, TLS");
    case FetchPhase::Server: return Tr::tr("server");
    case FetchPhase::Receive: return Tr::tr("receive");
    }
    return {};
}

} // namespace loopscope
