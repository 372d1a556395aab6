// SPDX-License-Identifier: MIT
#include "ui/tracks/track_search.h"

#include <tuple>

namespace loopscope {

TrackSearch::TrackSearch(const TrackStore &store, const QString &text) : m_store(store)
{
    if (text.isEmpty())
        return;
    m_matches.assign(store.textCount() + 1, false);
    for (quint32 id = 1; id <= store.textCount(); ++id)
        m_matches[id] = store.text({id}).contains(text, Qt::CaseInsensitive);
}

std::optional<SliceRef> TrackSearch::next(std::optional<SliceRef> from) const
{
    using Place = std::tuple<TracePoint, TrackId, quint32, quint32>;
    const auto place = [this](SliceRef ref) {
        return Place{m_store.slice(ref).begin, ref.track, ref.row, ref.index};
    };
    std::optional<SliceRef> first, behind;
    if (m_matches.empty())
        return first;
    for (quint32 track = 1; track <= m_store.trackCount(); ++track) {
        for (quint32 number = 0; number < m_store.rowCount({track}); ++number) {
            const auto slices = m_store.row({track}, number).slices();
            for (quint32 i = 0; i < slices.size(); ++i) {
                if (!m_matches[slices[i].name.value])
                    continue;
                const SliceRef ref{{track}, number, i};
                if (!first || place(ref) < place(*first))
                    first = ref;
                if (from && place(ref) > place(*from) && (!behind || place(ref) < place(*behind)))
                    behind = ref;
            }
        }
    }
    return behind ? behind : first;
}

quint64 TrackSearch::count() const
{
    quint64 count = 0;
    for (quint32 track = 1; !m_matches.empty() && track <= m_store.trackCount(); ++track)
        for (quint32 number = 0; number < m_store.rowCount({track}); ++number)
            for (const Slice &slice : m_store.row({track}, number).slices())
                count += m_matches[slice.name.value] ? 1 : 0;
    return count;
}

} // namespace loopscope
