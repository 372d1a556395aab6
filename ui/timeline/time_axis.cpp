// SPDX-License-Identifier: MIT
#include "ui/timeline/time_axis.h"

#include <cmath>

namespace loopscope {

double TimeAxis::pixels(Nanos length) const
{
    const auto span = double(visible.length().count());
    return span > 0 ? double(length.count()) * width / span : 0;
}

TracePoint TimeAxis::at(double x) const
{
    return visible.begin + length(x);
}

Nanos TimeAxis::length(double pixels) const
{
    return width > 0 ? Nanos(std::llround(pixels * double(visible.length().count()) / width)) : Nanos(0);
}

TimeAxis TimeAxis::of(TracePoint runBegin) const
{
    const Nanos offset = runBegin - TracePoint{};
    return {{visible.begin + offset, visible.end + offset}, width};
}

} // namespace loopscope
