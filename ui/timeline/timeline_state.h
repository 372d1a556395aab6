// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/bookmarks.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/recording_follower.h"
#include "ui/shared/selection.h"
#include "ui/shared/viewport.h"
#include "ui/style/theme.h"

namespace loopscope {

/// What the timeline shares with other panels. Borrowed: all of it outlives the timeline's widgets.
struct TimelineState
{
    Recording &recording;
    Viewport &viewport;
    Selection &selection;
    Playhead &playhead;
    RecordingFollower &follower;
    const Bookmarks &bookmarks;
    const Theme &theme;
};

} // namespace loopscope
