// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope {

/// How often the runs of a plan are run to measure them. RunBegin says which "repeat" or "warmup" a run is.
struct TimingSession
{
    int repeats = 1;
    int warmups = 0; ///< before the repeats
};

} // namespace loopscope
