// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/growing_array.h"
#include "core/trace/track.h"

#include <functional>
#include <span>
#include <vector>

namespace loopscope {

/// Where a flow touches a track.
enum class FlowStep : quint8 {
    Start,   ///< a new flow, whatever was before under its id
    Step,    ///< comes from the step before, if there was one, and goes on
    Reach,   ///< comes from the step before, which may reach others, too
    End,     ///< comes from the step before; the flow is over
    EndNext, ///< the same, at the first slice that begins on the track from here on
};

/// A step as a file tells it.
struct FlowPoint
{
    quint64 id = 0; ///< the flow's
    TracePoint at;
    TrackId track;
    FlowStep step = FlowStep::Step;
};

/// Where a step holds: on its track, or on that of the slices that did not nest there.
struct FlowPlace
{
    TrackId track;
    TracePoint at;
};

/// The arrows between tracks, made of steps that come in any order: the steps of one id are joined in the
/// order of time.
class TrackFlows
{
public:
    /// Where a step holds, if there is a slice to hold it.
    using Anchor = std::function<std::optional<FlowPlace>(const FlowPoint &point)>;

    void add(const FlowPoint &point) { m_points.append(point); }
    /// Joins what was added. Returns how many steps had no slice.
    quint64 join(const Anchor &anchor);

    /// By where they come from: track, then time.
    [[nodiscard]] std::span<const Flow> flows() const { return m_flows.items(); }
    /// The arrows that leave a track within [begin, end], or arrive there.
    [[nodiscard]] std::vector<Flow> leaving(TrackId track, TimeSpan span) const;
    [[nodiscard]] std::vector<Flow> arriving(TrackId track, TimeSpan span) const;
    [[nodiscard]] size_t bytes() const { return m_flows.bytes() + m_byArrival.bytes() + m_points.bytes(); }

private:
    GrowingArray<FlowPoint> m_points;
    GrowingArray<Flow> m_flows;
    GrowingArray<quint32> m_byArrival; ///< indices of m_flows: track, then time
};

} // namespace loopscope
