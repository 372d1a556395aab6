// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tracks/track_lanes.h"

#include <optional>

namespace loopscope {

/// Ways from one slice to another.
enum class SliceStep {
    Previous, ///< the one that began before, on its track
    Next,     ///< the one that begins after it, on its track
    First,    ///< of its track
    Last,     ///< of its track
    Up,       ///< the one it lies in; from the top of a lane to the lane above
    Down,     ///< the first that lies in it; from the bottom of a lane to the lane below
};

/// Where a step leads from `from`. From nowhere it leads to the first slice at or behind `now` (in the
/// trace's own time) on the first lane in `lanes` that has any there; Last to that lane's last. None where
/// there is nowhere to go.
[[nodiscard]] std::optional<SliceRef> sliceAfter(const TrackStore &store, const TrackLanes &lanes,
                                                 std::optional<SliceRef> from, TracePoint now,
                                                 SliceStep step);

} // namespace loopscope
