// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// Prints of one instant stack in the output lane from top to bottom in their order, whatever the zoom; those
/// beyond the last line share it.
inline constexpr quint32 mostPrintLines = 5;

/// On which line a print stands, from 0.
[[nodiscard]] inline quint32 printLine(const PrintInfo &print)
{
    return std::min(print.nth, mostPrintLines - 1);
}

/// How many lines a run's output lane needs, at least one.
[[nodiscard]] inline quint32 printLines(const RunInfo &run)
{
    return std::clamp(run.mostPrintsAtOnce, 1u, mostPrintLines);
}

} // namespace loopscope
