// SPDX-License-Identifier: MIT
#include "ui/overview/track_overview.h"

namespace loopscope {

namespace {

/// Those with slices, in the order in which they are shown.
void collect(const TrackStore &store, TrackId parent, std::vector<TrackId> &tracks)
{
    for (const TrackId track : store.children(parent)) {
        if (store.rowCount(track) > 0)
            tracks.push_back(track);
        collect(store, track, tracks);
    }
}

/// What lies deeper lies within the slices of the first row: these say when the track was busy.
void addTrack(const TrackStore &store, TrackId track, const OverviewMap &map, const QRectF &line,
              std::vector<OverviewShape> &out)
{
    const Nanos begin = store.span().begin - TracePoint{};
    const Nanos pixel = std::max(Nanos(1), map.length(1));
    const size_t before = out.size();
    for (const RowPart &part : store.row(track, 0).visible(store.span(), pixel)) {
        const double from = map.x(part.span.begin - begin), to = map.x(part.span.end - begin);
        const double seen = part.count == 1 ? to - from : map.x(TracePoint{} + part.covered) - map.left;
        QRectF busy(from, line.top(), std::max(1.0, seen), line.height());
        if (out.size() > before && out.back().rect.right() > from)
            busy.setLeft(std::min(out.back().rect.right(), busy.right()));
        if (busy.width() > 0)
            out.push_back({OverviewKind::Running, busy});
    }
}

} // namespace

TrackOverview::TrackOverview(ShownTrace &trace) : m_trace(trace)
{
    connect(&trace, &ShownTrace::replaced, this, &OverviewContent::replaced);
    connect(&trace, &ShownTrace::nowChanged, this, &OverviewContent::changed);
}

std::vector<OverviewShape> TrackOverview::shapes(const OverviewMap &map, double top, double height) const
{
    std::vector<OverviewShape> out;
    if (!m_trace.tracks())
        return out;
    out.push_back({OverviewKind::Run, {map.left, top, map.width, height}});
    std::vector<TrackId> tracks;
    collect(*m_trace.tracks(), {}, tracks);
    const OverviewLines lines(top, height, tracks.size());
    for (size_t i = 0; i < lines.count(); ++i)
        addTrack(*m_trace.tracks(), tracks[i * tracks.size() / lines.count()], map,
                 lines.line(i, map.left, map.left + map.width), out);
    return out;
}

std::optional<TimeSpan> TrackOverview::framed() const
{
    return m_trace.tracks() ? std::optional(m_trace.span()) : std::nullopt;
}

} // namespace loopscope
