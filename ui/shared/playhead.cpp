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
    // Events of a run stand together and in time order, so the first later one is found by halving.
    quint32 low = run->first.value;
    quint32 high = run->lastEvent.value + 1;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (store.event({middle}).at - run->begin <= sinceRunBegan - TracePoint{})
            low = middle + 1;
        else
            high = middle;
    }
    return low > run->first.value ? EventId{low - 1} : EventId{};
}

} // namespace loopscope
