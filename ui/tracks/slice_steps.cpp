// SPDX-License-Identifier: MIT
#include "ui/tracks/slice_steps.h"

#include <algorithm>

namespace loopscope {

namespace {

/// The first slice of a track that begins at or behind `at`, the uppermost of those.
std::optional<SliceRef> firstFrom(const TrackStore &store, TrackId track, TracePoint at)
{
    std::optional<SliceRef> best;
    for (quint32 n = 0; n < store.rowCount(track); ++n) {
        const size_t index = store.row(track, n).firstFrom(at);
        const SliceRef one{track, n, quint32(index)};
        if (index < store.row(track, n).size() &&
            (!best || store.slice(one).begin < store.slice(*best).begin))
            best = one;
    }
    return best;
}

/// The one that begins last, the lowest of those.
std::optional<SliceRef> lastOf(const TrackStore &store, TrackId track)
{
    std::optional<SliceRef> best;
    for (quint32 n = 0; n < store.rowCount(track); ++n) {
        const SliceRef one{track, n, quint32(store.row(track, n).size() - 1)};
        if (!best || store.slice(one).begin >= store.slice(*best).begin)
            best = one;
    }
    return best;
}

std::optional<SliceRef> childOf(const TrackStore &store, SliceRef slice)
{
    const auto next = store.next(slice);
    const bool isWithin = next && next->row > slice.row && !store.info(slice.track).overflowOf &&
                          store.slice(*next).begin <= store.spanOf(slice).end;
    return isWithin ? next : std::nullopt;
}

/// On the next lane with slices, in the direction of `step`: the one that is going on at a moment, else the
/// next, else the last.
std::optional<SliceRef> besides(const TrackStore &store, const TrackLanes &lanes, SliceRef from,
                                SliceStep step)
{
    const TrackLane *lane = lanes.laneOf(from.track);
    const TracePoint at = store.slice(from).begin;
    const std::ptrdiff_t way = step == SliceStep::Up ? -1 : 1;
    const auto count = std::ptrdiff_t(lanes.lanes.size());
    for (std::ptrdiff_t i = lane ? lane - lanes.lanes.data() + way : count; i >= 0 && i < count; i += way) {
        const TrackId track = lanes.lanes[size_t(i)].track;
        if (store.rowCount(track) == 0)
            continue;
        if (const auto index = store.row(track, 0).at(at))
            return step == SliceStep::Up ? store.deepestAt(track, at) : SliceRef{track, 0, quint32(*index)};
        const auto next = firstFrom(store, track, at);
        return next ? next : lastOf(store, track);
    }
    return std::nullopt;
}

std::optional<SliceRef> anywhere(const TrackStore &store, const TrackLanes &lanes, TracePoint now,
                                 SliceStep step)
{
    if (step == SliceStep::First)
        now = store.span().begin;
    for (const TrackLane &lane : lanes.lanes)
        if (const auto first = firstFrom(store, lane.track, now))
            return step == SliceStep::Last ? lastOf(store, lane.track) : first;
    return std::nullopt;
}

} // namespace

std::optional<SliceRef> sliceAfter(const TrackStore &store, const TrackLanes &lanes,
                                   std::optional<SliceRef> from, TracePoint now, SliceStep step)
{
    if (!from)
        return anywhere(store, lanes, now, step);
    std::optional<SliceRef> next;
    switch (step) {
    case SliceStep::Previous: return store.previous(*from);
    case SliceStep::Next: return store.next(*from);
    case SliceStep::First: return firstFrom(store, from->track, store.span().begin);
    case SliceStep::Last: return lastOf(store, from->track);
    case SliceStep::Up: next = store.parentOf(*from); break;
    case SliceStep::Down: next = childOf(store, *from); break;
    }
    return next ? next : besides(store, lanes, *from, step);
}

} // namespace loopscope
