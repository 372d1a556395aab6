// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// Where a run stands in a timing session.
struct RunRepeat
{
    enum Kind : quint8 {
        Alone,  ///< the recording is no timing session, or the run does not belong to it
        Warmup, ///< recorded, but not counted
        Measured
    };
    Kind kind = Alone;
    quint32 number = 0; ///< from 1, warm-ups and measured ones each by themselves

    bool operator==(const RunRepeat &) const = default;
};

/// As the run's RunBegin says.
[[nodiscard]] RunRepeat repeatOf(const Store &store, const RunInfo &run);

/// The runs of each measured repeat, in the order of their numbers. Where there are none, all runs are one
/// repeat.
[[nodiscard]] std::vector<std::vector<RunId>> measuredRepeats(const Store &store);

/// A store with these runs alone, end to end, everything in it numbered from 1.
[[nodiscard]] Store storeOf(const Store &store, const std::vector<RunId> &runs);

} // namespace loopscope
