// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/time_axis.h"

#include <QString>

#include <optional>
#include <vector>

namespace loopscope {

enum class TickRank { Minor, Major };

struct Tick
{
    double x = 0;
    TickRank rank = TickRank::Minor;
    QString label; ///< major ticks only
};

/// The ticks of a ruler: steps of 1, 2 or 5, each parted in five, labels at least so far apart as asked.
struct Ticks
{
    Nanos step{0};
    std::vector<Tick> ticks;
    /// When labels would get too long they count from here, and say so with a sign.
    std::optional<TracePoint> base;
};

[[nodiscard]] Ticks ticksFor(const TimeAxis &axis, double labelLeast);

/// The smallest step of 1, 2 or 5 times a power of ten nanoseconds that is at least `least` long.
[[nodiscard]] Nanos roundStep(Nanos least);

} // namespace loopscope
