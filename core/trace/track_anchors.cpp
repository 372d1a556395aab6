// SPDX-License-Identifier: MIT
// What the steps of flows hold on to in a TrackStore.
#include "core/trace/track_store.h"

namespace loopscope {

/// A flow holds on to the slice that it is in, or that begins next. It may stand at the very end of its
/// slice. Where slices do not nest, it is in the one that began last, as if they did.
std::optional<FlowPlace> TrackStore::anchorOf(const FlowPoint &point) const
{
    if (!point.track)
        return std::nullopt;
    const TrackId own = point.track, beside = of(own).overflow;
    if (point.step == FlowStep::EndNext) {
        const auto first = beginFrom(own, point.at);
        const auto other = beside ? beginFrom(beside, point.at) : std::nullopt;
        return other && (!first || other->at < first->at) ? other : first;
    }
    const auto slice = deepestAt(own, point.at);
    const auto other = beside ? deepestAt(beside, point.at) : std::nullopt;
    if (other && (!slice || this->slice(*slice).begin < this->slice(*other).begin))
        return FlowPlace{beside, point.at};
    if (slice)
        return FlowPlace{own, point.at};
    const auto moments = instants(own);
    const auto isBefore = [](const TrackInstant &instant, TracePoint at) { return instant.at < at; };
    const auto moment = std::lower_bound(moments.begin(), moments.end(), point.at, isBefore);
    const bool isInstant = moment != moments.end() && moment->at == point.at;
    if (isInstant || endingAt(own, point.at))
        return FlowPlace{own, point.at};
    return beside && endingAt(beside, point.at) ? std::optional(FlowPlace{beside, point.at}) : std::nullopt;
}

/// The first slice that begins on a track from here on.
std::optional<FlowPlace> TrackStore::beginFrom(TrackId track, TracePoint at) const
{
    std::optional<FlowPlace> first;
    for (quint32 n = 0; n < rowCount(track); ++n) {
        const SliceRow slices = row(track, n);
        const size_t next = slices.firstFrom(at);
        if (next < slices.size() && (!first || slices.slices()[next].begin < first->at))
            first = FlowPlace{track, slices.slices()[next].begin};
    }
    return first;
}

} // namespace loopscope
