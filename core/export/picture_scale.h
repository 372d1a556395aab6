// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <vector>

namespace loopscope {

/// Times from a run's beginning as horizontal positions of a picture.
struct PictureScale
{
    Nanos length{1}; ///< of the longest run; at least 1
    double left = 0, width = 1;

    [[nodiscard]] double x(Nanos time) const
    {
        return left + width * std::clamp(double(time.count()) / double(length.count()), 0.0, 1.0);
    }
};

struct PictureTick
{
    Nanos at{0};
    QByteArray text; ///< `1.5 s`, `20 ms`; all of one unit
};

/// At most `most` marks of an axis, at 1, 2 or 5 times a power of ten.
[[nodiscard]] std::vector<PictureTick> ticksFor(Nanos length, int most);

} // namespace loopscope
