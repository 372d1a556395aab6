// SPDX-License-Identifier: MIT
#include "core/trace/track_store.h"

#include <tuple>

namespace loopscope {

namespace {

/// So that no difference of two times overflows.
constexpr qint64 farthest = (qint64(1) << 62) - 1;

/// Who walks over the tree may do so by recursion.
constexpr int deepestTrack = 64;

TracePoint bounded(TracePoint at)
{
    return {std::clamp(at.ns, -farthest, farthest)};
}

template<class Point>
void sortByTime(GrowingArray<Point> &points)
{
    const auto isEarlier = [](const Point &a, const Point &b) { return a.at < b.at; };
    if (!std::is_sorted(points.begin(), points.end(), isEarlier))
        std::stable_sort(points.begin(), points.end(), isEarlier);
    points.shrinkTo(points.size());
}

} // namespace

TrackId TrackStore::addTrack(const TrackInfo &info)
{
    m_tracks.emplace_back().info = info;
    return {quint32(m_tracks.size())};
}

void TrackStore::noteCategory(TextId name, TextId category)
{
    if (name.value >= m_categories.size())
        m_categories.resize(std::max(name.value + size_t(1), m_categories.size() * 3 / 2));
    quint32 &known = m_categories[name.value];
    m_otherCategories += known != 0 && known != category.value ? 1 : 0;
    known = known == 0 ? category.value : known;
}

void TrackStore::addSlice(TrackId track, const Slice &whole)
{
    Slice slice = whole;
    slice.begin = bounded(slice.begin);
    slice.length = std::clamp(slice.length, Nanos(0), Nanos(farthest) - (slice.begin - TracePoint{0}));
    addMark(track, slice);
}

void TrackStore::addMark(TrackId track, SliceMark mark, TracePoint at, TextId name, TextId arguments)
{
    addMark(track, {bounded(at), Nanos(qint64(mark)), name, arguments});
}

void TrackStore::addMark(TrackId track, const Slice &mark)
{
    std::unique_ptr<MarkLog> &marks = m_tracks[track.value - 1].marks;
    if (!marks)
        marks = std::make_unique<MarkLog>();
    marks->append(mark);
}

void TrackStore::addInstant(TrackId track, TrackInstant instant)
{
    instant.at = bounded(instant.at);
    m_tracks[track.value - 1].instants.append(instant);
}

void TrackStore::addSample(TrackId track, Sample sample)
{
    sample.at = bounded(sample.at);
    m_tracks[track.value - 1].samples.append(sample);
}

void TrackStore::addFlow(FlowPoint point)
{
    point.at = bounded(point.at);
    m_flows.add(point);
}

TrackLosses TrackStore::finish()
{
    TrackLosses losses;
    for (size_t i = 0, count = m_tracks.size(); i < count; ++i)
        nestTrack(i, losses);
    plantTree();
    measure();
    losses.looseFlows = m_flows.join([this](const FlowPoint &point) { return anchorOf(point); });
    losses.shortTexts = m_texts.shortened();
    losses.otherCategories = m_otherCategories;
    return losses;
}

void TrackStore::nestTrack(size_t index, TrackLosses &losses)
{
    GrowingArray<Slice> spilled;
    Track &track = m_tracks[index];
    if (const std::unique_ptr<MarkLog> marks = std::move(track.marks))
        track.rows = nest(std::move(*marks), m_texts, spilled, losses.nesting);
    sortPoints(track);
    if (spilled.empty())
        return;
    losses.overflowing += spilled.size();
    TrackInfo info = track.info;
    info.overflowOf = TrackId{quint32(index + 1)};
    const TrackId overflow = addTrack(info); // `track` has moved
    m_tracks[index].overflow = overflow;
    m_tracks[overflow.value - 1].rows = spread(std::move(spilled), losses.nesting);
}

void TrackStore::sortPoints(Track &track)
{
    sortByTime(track.instants);
    sortByTime(track.samples);
}

/// Every track gets to know its children.
void TrackStore::plantTree()
{
    m_roots.clear();
    pruneTree();
    for (quint32 i = 0; i < m_tracks.size(); ++i) {
        const TrackId parent = m_tracks[i].info.parent;
        (parent ? m_tracks[parent.value - 1].children : m_roots).push_back({i + 1});
    }
    const auto key = [this](TrackId id) {
        const TrackInfo &track = info(id);
        const TrackId shownWith = track.overflowOf ? track.overflowOf : id;
        return std::tuple(track.rank, shownWith, id);
    };
    const auto isBefore = [&key](TrackId a, TrackId b) { return key(a) < key(b); };
    std::sort(m_roots.begin(), m_roots.end(), isBefore);
    for (Track &track : m_tracks)
        std::sort(track.children.begin(), track.children.end(), isBefore);
}

/// A track that is its own ancestor is taken out of the circle, and one that lies too deep is put at the top.
void TrackStore::pruneTree()
{
    std::vector<quint32> seenFrom(m_tracks.size(), 0);
    for (quint32 i = 0; i < m_tracks.size(); ++i) {
        for (TrackId at{i + 1}; at && seenFrom[at.value - 1] == 0; at = info(at).parent) {
            seenFrom[at.value - 1] = i + 1;
            const TrackId parent = info(at).parent;
            if (parent.value > m_tracks.size() || (parent && seenFrom[parent.value - 1] == i + 1))
                info(at).parent = {};
        }
    }
    for (Track &track : m_tracks) {
        int depth = 0;
        for (TrackId at = track.info.parent; at && depth <= deepestTrack; at = info(at).parent)
            ++depth;
        if (depth > deepestTrack)
            track.info.parent = {};
    }
}

void TrackStore::measure()
{
    TracePoint begin{std::numeric_limits<qint64>::max()}, end{std::numeric_limits<qint64>::min()};
    const auto note = [&](TracePoint at) {
        begin = std::min(begin, at);
        end = std::max(end, at);
    };
    for (const Track &track : m_tracks) {
        for (size_t row = 0; row + 1 < track.rows.rows.size(); ++row) {
            const Slice &last = track.rows.slices[track.rows.rows[row + 1].slices - 1];
            note(track.rows.slices[track.rows.rows[row].slices].begin);
            note(last.isOpen() ? last.begin : last.end());
        }
        if (!track.instants.empty()) {
            note(track.instants[0].at);
            note(track.instants.back().at);
        }
        if (!track.samples.empty()) {
            note(track.samples[0].at);
            note(track.samples.back().at);
        }
    }
    m_span = begin <= end ? TimeSpan{begin, end} : TimeSpan{};
}

const std::vector<TrackId> &TrackStore::children(TrackId parent) const
{
    return parent ? of(parent).children : m_roots;
}

quint32 TrackStore::rowCount(TrackId track) const
{
    const auto &rows = of(track).rows.rows;
    return rows.empty() ? 0 : quint32(rows.size() - 1);
}

SliceRow TrackStore::row(TrackId track, quint32 row) const
{
    const SliceRows &all = of(track).rows;
    const SliceRows::Place from = all.rows[row], to = all.rows[row + 1];
    return {all.slices.items().subspan(from.slices, to.slices - from.slices),
            std::span(all.totals).subspan(from.totals, to.totals - from.totals), m_span.end};
}

std::span<const TrackInstant> TrackStore::instants(TrackId track) const
{
    return of(track).instants.items();
}

std::span<const Sample> TrackStore::samples(TrackId track) const
{
    return of(track).samples.items();
}

TrackCounts TrackStore::counts() const
{
    TrackCounts counts;
    counts.tracks = m_tracks.size();
    counts.flows = m_flows.flows().size();
    for (const Track &track : m_tracks) {
        counts.slices += track.rows.slices.size();
        counts.instants += track.instants.size();
        counts.samples += track.samples.size();
        for (size_t row = 0; row + 1 < track.rows.rows.size(); ++row) // an open one is its row's last
            counts.openSlices += track.rows.slices[track.rows.rows[row + 1].slices - 1].isOpen() ? 1 : 0;
    }
    return counts;
}

size_t TrackStore::bytes() const
{
    size_t bytes =
        m_texts.bytes() + m_categories.bytes() + m_flows.bytes() + m_tracks.capacity() * sizeof(Track);
    for (const Track &track : m_tracks)
        bytes += track.rows.slices.bytes() + track.rows.totals.capacity() * sizeof(qint64) +
                 track.rows.rows.capacity() * sizeof(SliceRows::Place) + track.instants.bytes() +
                 track.samples.bytes() + (track.marks ? track.marks->bytes() : 0);
    return bytes;
}

} // namespace loopscope
