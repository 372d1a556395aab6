// SPDX-License-Identifier: MIT
// From one slice of a TrackStore to another.
#include "core/trace/track_store.h"

#include <tuple>

namespace loopscope {

const Slice &TrackStore::slice(SliceRef ref) const
{
    const SliceRows &all = of(ref.track).rows;
    return all.slices[all.rows[ref.row].slices + ref.index];
}

std::optional<SliceRef> TrackStore::deepestAt(TrackId track, TracePoint at) const
{
    const bool isNested = !info(track).overflowOf;
    std::optional<SliceRef> found;
    for (quint32 n = rowCount(track); n-- > 0 && !(found && isNested);) {
        const auto index = row(track, n).at(at);
        if (!index)
            continue;
        const SliceRef one{track, n, quint32(*index)};
        found = found && slice(one).begin <= slice(*found).begin ? found : one;
    }
    return found;
}

std::optional<SliceRef> TrackStore::endingAt(TrackId track, TracePoint at) const
{
    for (quint32 n = 0; n < rowCount(track); ++n) {
        const SliceRow slices = row(track, n);
        const size_t next = slices.firstFrom(at);
        if (next > 0 && slices.spanOf(next - 1).end == at)
            return SliceRef{track, n, quint32(next - 1)};
    }
    return std::nullopt;
}

std::optional<SliceRef> TrackStore::parentOf(SliceRef ref) const
{
    if (info(ref.track).overflowOf)
        return std::nullopt; // its rows are no nesting
    const TracePoint begin = slice(ref).begin;
    for (quint32 n = ref.row; n-- > 0;)
        if (const auto index = row(ref.track, n).at(begin))
            return SliceRef{ref.track, n, quint32(*index)};
    return std::nullopt;
}

std::optional<SliceRef> TrackStore::next(SliceRef ref) const
{
    const auto place = [this](SliceRef at) { return std::tuple(slice(at).begin, at.row); };
    std::optional<SliceRef> best;
    for (quint32 n = 0; n < rowCount(ref.track); ++n) {
        const SliceRow slices = row(ref.track, n);
        const size_t index = n == ref.row ? ref.index + 1u : slices.firstFrom(slice(ref).begin);
        for (size_t i = index; i < slices.size(); ++i) {
            const SliceRef one{ref.track, n, quint32(i)};
            if (place(one) <= place(ref))
                continue; // of the same moment, on a row above
            if (!best || place(one) < place(*best))
                best = one;
            break;
        }
    }
    return best;
}

std::optional<SliceRef> TrackStore::previous(SliceRef ref) const
{
    const auto place = [this](SliceRef at) { return std::tuple(slice(at).begin, at.row); };
    std::optional<SliceRef> best;
    for (quint32 n = 0; n < rowCount(ref.track); ++n) {
        const SliceRow slices = row(ref.track, n);
        size_t i = n == ref.row ? ref.index : slices.firstFrom(slice(ref).begin + Nanos(1));
        for (; i-- > 0;) {
            const SliceRef one{ref.track, n, quint32(i)};
            if (place(one) >= place(ref))
                continue;
            if (!best || place(one) > place(*best))
                best = one;
            break;
        }
    }
    return best;
}

} // namespace loopscope
