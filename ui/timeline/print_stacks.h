// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <vector>

namespace loopscope {

/// On which line of the output lane each print of a run stands. Prints of one instant (one pass of the loop,
/// or the same point of a virtual clock) stack from top to bottom in their order, whatever the zoom; those
/// beyond the last line share it.
struct PrintStacks
{
    static constexpr quint8 mostLines = 5;

    std::vector<quint8> lineOf; ///< one for each of the run's prints
    quint8 lines = 1;           ///< how many the lane needs
};

[[nodiscard]] PrintStacks printStacks(const RunInfo &run);

} // namespace loopscope
