// SPDX-License-Identifier: MIT
#include "ui/tracks/track_lanes.h"

#include <algorithm>

namespace loopscope {

namespace {

class Layout
{
public:
    Layout(const TrackStore &store, const Metrics &metrics, const std::set<TrackId> &folded)
        : m_store(store), m_metrics(metrics), m_folded(folded)
    {
    }

    TrackLanes lanes()
    {
        add({}, 0);
        return std::move(m_lanes);
    }

private:
    void add(TrackId parent, int indent)
    {
        for (const TrackId track : m_store.children(parent)) {
            const bool isGroup = !m_store.children(track).empty();
            const size_t before = m_lanes.lanes.size();
            if (isGroup || !isEmpty(track))
                place(track, indent, isGroup);
            if (isGroup && !m_folded.contains(track)) {
                add(track, indent + 1);
                if (m_lanes.lanes.size() == before + 1 && isEmpty(track))
                    takeBack();
            }
        }
    }

    [[nodiscard]] bool isEmpty(TrackId track) const
    {
        return m_store.rowCount(track) == 0 && m_store.instants(track).empty() &&
               m_store.samples(track).empty();
    }

    void place(TrackId track, int indent, bool isGroup)
    {
        TrackLane lane{.track = track, .indent = indent, .isGroup = isGroup, .top = m_lanes.height};
        const bool isCounter = !m_store.samples(track).empty();
        const quint32 rows =
            std::max<quint32>(m_store.rowCount(track), m_store.instants(track).empty() ? 0 : 1);
        lane.head = isGroup ? m_metrics.sectionHeader : 0;
        lane.row = isCounter && rows == 0 ? m_metrics.taskLane : m_metrics.listRow;
        const quint32 shown = std::max<quint32>(rows, isCounter ? 1 : 0);
        lane.height = lane.head + shown * lane.row + (shown > 0 ? m_metrics.gap : 0);
        m_lanes.height += lane.height;
        m_lanes.lanes.push_back(lane);
    }

    /// All below the last group turned out to be empty.
    void takeBack()
    {
        m_lanes.height = m_lanes.lanes.back().top;
        m_lanes.lanes.pop_back();
    }

    const TrackStore &m_store;
    const Metrics &m_metrics;
    const std::set<TrackId> &m_folded;
    TrackLanes m_lanes;
};

} // namespace

const TrackLane *TrackLanes::laneAt(double y) const
{
    const auto endsBefore = [](const TrackLane &lane, double at) { return lane.bottom() <= at; };
    const auto found = std::lower_bound(lanes.begin(), lanes.end(), y, endsBefore);
    return found != lanes.end() && found->top <= y ? &*found : nullptr;
}

const TrackLane *TrackLanes::laneOf(TrackId track) const
{
    const auto found = std::find_if(lanes.begin(), lanes.end(),
                                    [track](const TrackLane &lane) { return lane.track == track; });
    return found != lanes.end() ? &*found : nullptr;
}

TrackLanes layOutTracks(const TrackStore &store, const Metrics &metrics, const std::set<TrackId> &folded)
{
    return Layout(store, metrics, folded).lanes();
}

} // namespace loopscope
