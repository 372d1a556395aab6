// SPDX-License-Identifier: MIT
#include "ui/timeline/lane_context.h"

#include <algorithm>

namespace loopscope {

QRectF LaneContext::extent(TracePoint begin, TracePoint end, double least, double y, double height) const
{
    const double from = axis.x(begin);
    const double to = std::max(axis.x(end), from + least);
    const double left = std::clamp(from, -beyond, axis.width + beyond);
    const double right = std::clamp(to, -beyond, axis.width + beyond);
    return {left, y, right - left, height};
}

bool LaneContext::isVisible(const QRectF &rect) const
{
    return rect.right() > -beyond && rect.left() < axis.width + beyond;
}

} // namespace loopscope
