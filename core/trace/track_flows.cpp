// SPDX-License-Identifier: MIT
#include "core/trace/track_flows.h"

#include <tuple>

namespace loopscope {

quint64 TrackFlows::join(const Anchor &anchor)
{
    const auto isEarlier = [](const FlowPoint &a, const FlowPoint &b) {
        return std::tie(a.id, a.at) < std::tie(b.id, b.at);
    };
    std::stable_sort(m_points.begin(), m_points.end(), isEarlier);
    quint64 loose = 0;
    std::optional<FlowPoint> before;
    for (const FlowPoint &point : m_points.items()) {
        if (before && (before->id != point.id || point.step == FlowStep::Start))
            before.reset();
        const std::optional<FlowPlace> place = anchor(point);
        if (!place) {
            ++loose;
            continue;
        }
        if (before)
            m_flows.append({before->at, place->at, before->track, place->track});
        if (point.step == FlowStep::Reach)
            continue;
        before = point;
        before->at = place->at;
        before->track = place->track;
        if (point.step == FlowStep::End || point.step == FlowStep::EndNext)
            before.reset();
    }
    m_points = {};
    std::sort(m_flows.begin(), m_flows.end(), [](const Flow &a, const Flow &b) {
        return std::tie(a.from, a.leaves, a.to, a.arrives) < std::tie(b.from, b.leaves, b.to, b.arrives);
    });
    m_flows.shrinkTo(m_flows.size());
    m_byArrival.resize(m_flows.size());
    for (size_t i = 0; i < m_flows.size(); ++i)
        m_byArrival[i] = quint32(i);
    std::stable_sort(m_byArrival.begin(), m_byArrival.end(), [this](quint32 a, quint32 b) {
        return std::tie(m_flows[a].to, m_flows[a].arrives) < std::tie(m_flows[b].to, m_flows[b].arrives);
    });
    return loose;
}

std::vector<Flow> TrackFlows::leaving(TrackId track, TimeSpan span) const
{
    const auto isBefore = [track](const Flow &flow, TracePoint at) {
        return std::tie(flow.from, flow.leaves) < std::tie(track, at);
    };
    const auto all = flows();
    std::vector<Flow> found;
    for (auto at = std::lower_bound(all.begin(), all.end(), span.begin, isBefore);
         at != all.end() && at->from == track && at->leaves <= span.end; ++at)
        found.push_back(*at);
    return found;
}

std::vector<Flow> TrackFlows::arriving(TrackId track, TimeSpan span) const
{
    const auto isBefore = [this, track](quint32 index, TracePoint at) {
        return std::tie(m_flows[index].to, m_flows[index].arrives) < std::tie(track, at);
    };
    const auto all = m_byArrival.items();
    std::vector<Flow> found;
    for (auto at = std::lower_bound(all.begin(), all.end(), span.begin, isBefore); at != all.end(); ++at) {
        const Flow &flow = m_flows[*at];
        if (flow.to != track || flow.arrives > span.end)
            break;
        found.push_back(flow);
    }
    return found;
}

} // namespace loopscope
