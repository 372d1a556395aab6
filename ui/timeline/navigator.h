// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/event_steps.h"
#include "ui/timeline/timeline_state.h"

#include <optional>

class QKeyEvent;

namespace loopscope {

enum class LaneStep { Up, Down };

/// What keys, wheel and buttons mean for the shared state, without any widget: ways through time and events.
class Navigator
{
public:
    explicit Navigator(const TimelineState &state) : m_state(state) {}

    /// Zooms by `factor` around `fixed`, else around the playhead if it is in view, else the middle.
    void zoomBy(double factor, std::optional<TracePoint> fixed);
    /// Pans by a share of what is visible; positive goes later.
    void panBy(double share);
    void fitAll() { m_state.viewport.fit(); }
    /// Zooms to the selected slice or request, with room around it; to everything when nothing is selected.
    void fitSelection();
    void fitRun(RunId run);

    /// Moves the playhead and the selection to an event and brings it into view.
    void goToEvent(EventId event);
    /// The same for a moment of the recording; does nothing where there is no run.
    void goToMoment(const Moment &moment);
    void step(EventStep step);
    /// Selects the task above or below the selected one.
    void stepLane(LaneStep step);
    /// The playhead to an instant of its run, or of the first.
    void goToInstant(TracePoint sinceRunBegan);

private:
    void reveal(TracePoint sinceRunBegan);
    void showAround(TracePoint begin, TracePoint end, const RunInfo &run);

    TimelineState m_state;
};

/// Does what a key of the timeline asks for; false when the key means nothing here. `pointer` is the instant
/// under the pointer, if it is over the lanes.
bool handleKey(Navigator &navigator, RecordingFollower &follower, const QKeyEvent &event,
               std::optional<TracePoint> pointer);

} // namespace loopscope
