// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

namespace loopscope {

/// Where time lies on the screen: `visible` spread over `width` pixels, from the left. Times count from the
/// start of a run, as in Viewport; `of` gives the axis on which a run's own times (since the recording began)
/// lie.
struct TimeAxis
{
    TimeSpan visible;
    double width = 0;

    bool operator==(const TimeAxis &) const = default;

    [[nodiscard]] double pixels(Nanos length) const;
    [[nodiscard]] double x(TracePoint at) const { return pixels(at - visible.begin); }
    /// The instant at a pixel; outside the width the axis goes on.
    [[nodiscard]] TracePoint at(double x) const;
    [[nodiscard]] Nanos length(double pixels) const;
    [[nodiscard]] TimeAxis of(TracePoint runBegin) const;
};

} // namespace loopscope
