// SPDX-License-Identifier: MIT
#include "ui/tracks/track_hit.h"

#include <algorithm>
#include <cmath>

namespace loopscope {

std::optional<TrackHit> hitAt(const TrackLane &lane, const TrackGeometry &geometry, QPointF at, double slack)
{
    std::optional<TrackHit> best;
    double nearest = slack;
    for (const TrackGeometry::Mark &mark : geometry.marks) {
        const double distance = std::abs(at.x() - mark.x);
        const bool isInRow = at.y() >= lane.head && at.y() < lane.head + lane.row;
        if (isInRow && distance <= nearest) {
            nearest = distance;
            best = TrackHit{{.track = lane.track, .instant = mark.first}, mark.count, 1};
        }
    }
    if (best)
        return best; // an instant stands before the slice it is in
    for (const TrackBar &bar : geometry.bars) {
        if (at.y() < bar.rect.top() || at.y() > bar.rect.bottom())
            continue;
        const double distance = std::max({bar.rect.left() - at.x(), at.x() - bar.rect.right(), 0.0});
        if (distance < nearest || (distance == 0 && nearest == 0)) {
            nearest = distance;
            best = TrackHit{{.track = lane.track, .slice = bar.first}, bar.count, bar.share};
        }
    }
    return best;
}

} // namespace loopscope
