// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tracks/track_geometry.h"

#include <optional>

namespace loopscope {

/// One thing of a trace: a slice, or an instant.
struct TrackThing
{
    TrackId track;
    std::optional<SliceRef> slice = {};
    std::optional<quint32> instant = {}; ///< its index on the track

    bool operator==(const TrackThing &) const = default;
};

/// What lies at a place: a slice or instant, or several that are too close to tell apart.
struct TrackHit
{
    TrackThing thing; ///< the first of them
    quint32 count = 1;
    double share = 1; ///< see TrackBar
};

/// What a lane shows at a point of its own coordinates; within `slack` pixels the nearest counts.
[[nodiscard]] std::optional<TrackHit> hitAt(const TrackLane &lane, const TrackGeometry &geometry, QPointF at,
                                            double slack);

} // namespace loopscope
