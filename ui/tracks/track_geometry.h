// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/time_axis.h"
#include "ui/tracks/track_lanes.h"

#include <QPointF>
#include <QRectF>

namespace loopscope {

/// A slice, or a column in which several are together, in the lane's own coordinates.
struct TrackBar
{
    QRectF rect = {};
    SliceRef first = {};
    quint32 count = 1; ///< more: a column denser than its pixels
    double share = 1;  ///< of the column that slices cover
};

/// Everything to paint in a lane. Pure data, clipped to a little more than the visible width.
struct TrackGeometry
{
    std::vector<TrackBar> bars; ///< row by row, from left to right
    struct Mark
    {
        double x = 0;
        quint32 first = 0; ///< index of the first instant there
        quint32 count = 1;
    };
    std::vector<Mark> marks;
    struct Column
    {
        double x = 0, low = 0, high = 0; ///< y, of the least and the greatest value while it lasts
    };
    std::vector<Column> values; ///< of a counter: from each x to the next
};

/// `axis` is in the trace's own time. Slices narrower than a column that begin in the same one are drawn by
/// how much of it they cover, never as one slice that is not there.
[[nodiscard]] TrackGeometry trackGeometry(const TrackStore &store, const TrackLane &lane,
                                          const TimeAxis &axis, const Metrics &metrics);

} // namespace loopscope
