// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"
#include "ui/style/metrics.h"

#include <set>
#include <vector>

namespace loopscope {

/// A track's place in the view: a line with its name where others are below it, and then a row for each depth
/// of its slices. Heights are content pixels from the top of the first lane.
struct TrackLane
{
    TrackId track;
    int indent = 0;
    bool isGroup = false; ///< can be folded
    double top = 0;
    double head = 0; ///< height of the group's line; 0 for others
    double row = 0;  ///< height of one row
    double height = 0;

    [[nodiscard]] double bottom() const { return top + height; }
    [[nodiscard]] double rowTop(quint32 number) const { return top + head + number * row; }
    bool operator==(const TrackLane &) const = default;
};

/// The lanes of a trace from top to bottom, without gaps. Tracks that hold nothing and have none below are
/// left out.
struct TrackLanes
{
    std::vector<TrackLane> lanes;
    double height = 0;

    /// Null above the first and below the last.
    [[nodiscard]] const TrackLane *laneAt(double y) const;
    /// Null where it is folded away.
    [[nodiscard]] const TrackLane *laneOf(TrackId track) const;
};

/// What is below tracks in `folded` is left out.
[[nodiscard]] TrackLanes layOutTracks(const TrackStore &store, const Metrics &metrics,
                                      const std::set<TrackId> &folded);

} // namespace loopscope
