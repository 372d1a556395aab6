// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/facts.h"

namespace loopscope {

/// Tls: connecting and the handshake together.
enum class FetchPhase : quint8 { Queued, Connect, Tls, Server, Receive };

/// A stretch of a request, since it was queued.
struct FetchPhaseSpan
{
    FetchPhase phase = FetchPhase::Queued;
    Nanos begin{0};
    Nanos length{0};

    bool operator==(const FetchPhaseSpan &) const = default;
};

/// The phases a request went through, in order and without gaps; what was not seen (a connection that was
/// used again) is left out. `now` ends the one that lasts.
[[nodiscard]] QList<FetchPhaseSpan> fetchPhases(const RequestInfo &request, TracePoint now);

[[nodiscard]] Facts requestFacts(const Store &store, const RequestInfo &request, TracePoint now);

[[nodiscard]] QString phaseText(FetchPhase phase);

} // namespace loopscope
