// SPDX-License-Identifier: MIT
#include "ui/shared/playhead.h"

#include "core/trace/store.h"

namespace loopscope {

void Playhead::setMoment(const Moment &moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    Q_EMIT changed();
}

void Playhead::goToEvent(const Store &store, EventId id)
{
    if (!store.contains(id))
        return;
    const Event &event = store.event(id);
    if (const RunInfo *run = store.run(event.run))
        setMoment({run->id, TracePoint{} + (event.at - run->begin), id});
}

void Playhead::goToTime(const Store &store, RunId run, TracePoint sinceRunBegan)
{
    if (store.run(run))
        setMoment({run, sinceRunBegan, eventAt(store, run, sinceRunBegan)});
}

EventId eventAt(const Store &store, RunId id, TracePoint sinceRunBegan)
{
    const RunInfo *run = store.run(id);
    if (!run || !run->first || !run->lastEvent)
        return {};
    // Events of a run stand together and in time order.
    const TracePoint at = run->begin + (sinceRunBegan - TracePoint{});
    const EventId later = store.firstFrom(at + Nanos(1), run->first, run->lastEvent);
    return later > run->first ? EventId{later.value - 1} : EventId{};
}

} // namespace loopscope
