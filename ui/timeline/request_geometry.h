// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"

namespace loopscope {

/// The phases of one request as a waterfall: queued a line, connecting thin, waiting for the server inset and
/// hatched, receiving high and solid. A phase lasts until the next one that was seen.
[[nodiscard]] RowGeometry requestGeometry(const LaneContext &lane, const RequestInfo &request);

/// One phase of a request, for pictures and tables.
struct RequestPhase
{
    BarKind kind = BarKind::Queued;
    TracePoint begin;
    TracePoint end;
};

/// The phases seen, in order; the last one of an unfinished request ends at `openEnd`.
[[nodiscard]] std::vector<RequestPhase> phasesOf(const RequestInfo &request, TracePoint openEnd);

/// What a phase is called, such as `server`.
[[nodiscard]] QString phaseName(BarKind phase);

/// The executor jobs of one row (see JobLanes).
[[nodiscard]] RowGeometry jobsGeometry(const LaneContext &lane, quint32 row);

} // namespace loopscope
