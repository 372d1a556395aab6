// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/picture_scale.h"
#include "core/trace/store.h"

namespace loopscope {

/// A rectangle of one state in a lane. `top` and `height` are parts of the lane's height, from above.
struct LanePiece
{
    TaskState state = TaskState::Created;
    double x = 0, width = 0;
    double top = 0, height = 1;
    Nanos length{0}; ///< of the state, where the piece is all of it; 0 in a mixed column
    EventId event;   ///< that began it; none in a mixed column

    bool operator==(const LanePiece &) const = default;
};

/// A task's life as rectangles. Where it has more states than the picture has columns, every column shows the
/// mix of states in it, each as high as its share of the time: running below, then ready, suspended, created.
/// Equal columns are one piece, so that there are never more than about four pieces per column.
///
/// What takes no time (a step on the virtual clock) has no width; painters give it a hairline.
[[nodiscard]] std::vector<LanePiece> lanePieces(const TaskInfo &task, const RunInfo &run,
                                                const PictureScale &scale);

} // namespace loopscope
