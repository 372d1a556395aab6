// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/comparison.h"

namespace loopscope {

/// What can honestly be said, as one sentence: `0.5 ms is inside the noise of 1.2 ms`,
/// `3 ms slower (+12 %), 95 % sure between 2.1 and 3.9 ms`, `3 ms slower; one repeat each: no interval can be
/// given`. The noise is how far the interval reaches from the difference.
[[nodiscard]] QString sentenceOf(const Difference &difference);

/// For people: of every run a table of costs with their sentences; of states only those that differ beyond
/// the noise. Of many tasks only the first ones.
[[nodiscard]] QString toText(const RecordingComparison &comparison);

/// For programs, one compact object; times are seconds, and what holds a figure of both sides is a
/// DIFFERENCE,
/// `{"before","after","change","relative"|null,"finding":"same"|"slower"|"faster"|"noise"|"unknown",
/// "interval":[low,high]|null,"sentence"}`:
/// `{"resamples","confidence","seed","runs":[{"run","repeats":[before,after],"left_out":[before,after],
/// "other_clock":[before,after],"clipped":[before,after],"lost":[before,after],"same_clock",
/// "outcomes":[before,after],"cost":DIFFERENCE,"running":…,"ready":…,"suspended":…,"lag":DIFFERENCE|null,
/// "tasks":[{"task","order","coro","cost":DIFFERENCE,"running":…,"ready":…,"suspended":…}],"only_before":[…],
/// "only_after":[…]}],"only_before":[…],"only_after":[…]}`
[[nodiscard]] QByteArray toJson(const RecordingComparison &comparison);

} // namespace loopscope
