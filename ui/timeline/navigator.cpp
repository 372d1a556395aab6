// SPDX-License-Identifier: MIT
#include "ui/timeline/navigator.h"

#include "ui/shared/slices.h"
#include "ui/timeline/time_gesture.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// A span zoomed to takes this share of the width.
constexpr double spanShare = 0.7;

Nanos part(Nanos whole, double share)
{
    return Nanos(std::llround(double(whole.count()) * share));
}

} // namespace

void Navigator::zoomBy(double factor, std::optional<TracePoint> fixed)
{
    const TimeSpan visible = m_state.viewport.visible();
    if (!fixed) {
        const Moment &moment = m_state.playhead.moment();
        fixed = moment.run && visible.contains(moment.at) ? moment.at : visible.begin + visible.length() / 2;
    }
    m_state.viewport.zoomBy(factor, *fixed);
}

void Navigator::panBy(double share)
{
    panByShare(m_state.viewport, share);
}

void Navigator::fitSelection()
{
    const Store &store = m_state.recording.store();
    const Selected &selected = m_state.selection.current();
    if (selected.request) {
        const RunInfo *run = store.run(selected.request->run);
        for (const RequestInfo &request : run ? run->requests : std::vector<RequestInfo>())
            if (request.number == selected.request->number)
                return showAround(request.queued, request.done.value_or(m_state.recording.endOf(*run)), *run);
    }
    const TaskInfo *task = store.task(selected.task);
    const RunInfo *run = task ? store.run(task->run) : nullptr;
    if (!run)
        return fitAll();
    if (const auto slice = sliceAt(store, selected.task, selected.event))
        return showAround(slice->span().begin, slice->span().end.value_or(m_state.recording.endOf(*run)),
                          *run);
    showAround(task->states.front().begin, task->states.back().end.value_or(m_state.recording.endOf(*run)),
               *run);
}

void Navigator::fitRun(RunId id)
{
    if (const RunInfo *run = m_state.recording.store().run(id))
        showAround(run->begin, m_state.recording.endOf(*run), *run);
}

void Navigator::showAround(TracePoint begin, TracePoint end, const RunInfo &run)
{
    const Nanos length = std::max(end - begin, Viewport::least);
    const Nanos room = part(length, (1 / spanShare - 1) / 2);
    const TracePoint from = TracePoint{} + (begin - run.begin);
    m_state.viewport.show({from - room, from + length + room});
}

void Navigator::goToEvent(EventId id)
{
    const Store &store = m_state.recording.store();
    if (!store.contains(id))
        return;
    m_state.playhead.goToEvent(store, id);
    m_state.selection.select({.event = id, .task = store.event(id).task});
    reveal(m_state.playhead.moment().at);
}

void Navigator::goToMoment(const Moment &moment)
{
    const Store &store = m_state.recording.store();
    if (!store.run(moment.run))
        return;
    m_state.playhead.setMoment(moment);
    if (store.contains(moment.event))
        m_state.selection.select({.event = moment.event, .task = store.event(moment.event).task});
    reveal(moment.at);
}

void Navigator::step(EventStep step)
{
    goToEvent(eventAfter(m_state.recording.store(), m_state.playhead.moment(),
                         m_state.selection.current().task, step));
}

void Navigator::stepLane(LaneStep step)
{
    const Store &store = m_state.recording.store();
    const TaskInfo *task = store.task(m_state.selection.current().task);
    const RunInfo *run = task ? store.run(task->run) : nullptr;
    if (!run) {
        if (!store.runs().empty() && !store.runs().front().tasks.empty())
            m_state.selection.select({.task = store.runs().front().tasks.front()});
        return;
    }
    const auto at = std::find(run->tasks.begin(), run->tasks.end(), task->id);
    if (step == LaneStep::Down && at + 1 != run->tasks.end())
        m_state.selection.select({.task = *(at + 1)});
    else if (step == LaneStep::Up && at != run->tasks.begin())
        m_state.selection.select({.task = *(at - 1)});
}

void Navigator::goToInstant(TracePoint sinceRunBegan)
{
    const Store &store = m_state.recording.store();
    const RunId now = m_state.playhead.moment().run;
    if (!store.runs().empty())
        m_state.playhead.goToTime(store, now ? now : store.runs().front().id, sinceRunBegan);
}

void Navigator::reveal(TracePoint at)
{
    const TimeSpan visible = m_state.viewport.visible();
    const Nanos edge = visible.length() / 20;
    if (at < visible.begin + edge || at > visible.end - edge)
        m_state.viewport.panBy(at - (visible.begin + visible.length() / 2));
}

bool handleKey(Navigator &navigator, RecordingFollower &follower, const QKeyEvent &event,
               std::optional<TracePoint> pointer)
{
    const bool isShifted = event.modifiers() == Qt::ShiftModifier;
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    if (const auto gesture = keyGesture(event.key())) {
        if (gesture->kind == TimeGesture::Kind::Zoom)
            navigator.zoomBy(gesture->amount, pointer);
        else
            navigator.panBy(gesture->amount);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_F: isShifted ? navigator.fitSelection() : navigator.fitAll(); return true;
    case Qt::Key_L: follower.follow(); return true;
    case Qt::Key_Left:
        navigator.step(isShifted ? EventStep::PreviousOfTask : EventStep::Previous);
        return true;
    case Qt::Key_Right: navigator.step(isShifted ? EventStep::NextOfTask : EventStep::Next); return true;
    case Qt::Key_Home: navigator.step(EventStep::First); return true;
    case Qt::Key_End: navigator.step(EventStep::Last); return true;
    case Qt::Key_Up: navigator.stepLane(LaneStep::Up); return true;
    case Qt::Key_Down: navigator.stepLane(LaneStep::Down); return true;
    default: return false;
    }
}

} // namespace loopscope
