// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/metrics.h"
#include "ui/timeline/row_geometry.h"
#include "ui/timeline/time_axis.h"

namespace loopscope {

/// What every geometry function needs to know: the data, where times lie, how large things are, and where a
/// run ends for now. Made anew for each use; borrows everything.
struct LaneContext
{
    const Store &store;
    const RunInfo &run;
    TimeAxis axis;                ///< in the recording's time: see TimeAxis::of
    TracePoint openEnd;           ///< open spans of this run last until here
    std::optional<Nanos> fastest; ///< the least cost among finished runs, when there are several
    const Metrics &metrics;

    /// Bars reach at most so far beyond the visible width, so that deep zooms keep small coordinates.
    static constexpr double beyond = 16;

    /// The horizontal extent of a span, at least `least` wide, clipped.
    [[nodiscard]] QRectF extent(TracePoint begin, TracePoint end, double least, double y,
                                double height) const;
    [[nodiscard]] bool isVisible(const QRectF &rect) const;
};

} // namespace loopscope
