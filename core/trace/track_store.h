// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/slice_nesting.h"
#include "core/trace/slice_row.h"
#include "core/trace/track_flows.h"

#include <QString>

namespace loopscope {

/// How much a TrackStore holds.
struct TrackCounts
{
    quint64 tracks = 0, slices = 0, openSlices = 0, instants = 0, samples = 0, flows = 0;
};

/// What a trace had that a TrackStore could not keep as it was.
struct TrackLosses
{
    NestingLosses nesting;
    quint64 overflowing = 0;     ///< slices that did not nest: they are on tracks of their own
    quint64 looseFlows = 0;      ///< steps of flows where there is no slice
    quint64 shortTexts = 0;      ///< texts that were shortened or left out
    quint64 otherCategories = 0; ///< of what has another category than the first of its name
};

/// Somebody's trace as lanes: a tree of tracks with nested slices, instants and counters, and arrows between
/// them. 24 bytes a slice, and its texts once; while it is filled about 7 for each begin and each end.
///
/// Filled in any order of time, then finished once, and only looked at from there on. Times and lengths
/// beyond ±146 years are brought back to there. What is asked of a track must be one of this store.
class TrackStore
{
public:
    [[nodiscard]] TrackId addTrack(const TrackInfo &info);
    [[nodiscard]] TrackInfo &info(TrackId track) { return m_tracks[track.value - 1].info; }
    [[nodiscard]] TrackTexts &texts() { return m_texts; }
    /// The category of what has this name. Nearly always there is one for each; of more the first is kept.
    void noteCategory(TextId name, TextId category);
    void addSlice(TrackId track, const Slice &whole);
    /// `name` is optional at an end, see SliceMark; arguments of an end go to those of its begin.
    void addMark(TrackId track, SliceMark mark, TracePoint at, TextId name, TextId arguments);
    void addInstant(TrackId track, TrackInstant instant);
    void addSample(TrackId track, Sample sample);
    void addFlow(FlowPoint point);
    /// Sorts, nests and joins what was added.
    TrackLosses finish();

    [[nodiscard]] bool isEmpty() const { return m_tracks.empty(); }
    [[nodiscard]] quint32 trackCount() const { return quint32(m_tracks.size()); }
    [[nodiscard]] const TrackInfo &info(TrackId track) const { return m_tracks[track.value - 1].info; }
    [[nodiscard]] QString name(TrackId track) const { return text(info(track).name); }
    [[nodiscard]] QString text(TextId id) const { return QString::fromUtf8(m_texts.text(id)); }
    [[nodiscard]] quint32 textCount() const { return quint32(m_texts.count()); }
    /// Of slices and instants of this name; the empty text where none was told.
    [[nodiscard]] TextId category(TextId name) const
    {
        return {name.value < m_categories.size() ? m_categories[name.value] : 0};
    }
    [[nodiscard]] QByteArrayView bytesOf(TextId id) const { return m_texts.text(id); }
    /// Below a track, in the order to show them; those below none for no track.
    [[nodiscard]] const std::vector<TrackId> &children(TrackId parent) const;
    [[nodiscard]] quint32 rowCount(TrackId track) const;
    [[nodiscard]] SliceRow row(TrackId track, quint32 row) const;
    [[nodiscard]] std::span<const TrackInstant> instants(TrackId track) const;
    [[nodiscard]] std::span<const Sample> samples(TrackId track) const;
    [[nodiscard]] const TrackFlows &flows() const { return m_flows; }
    /// From the first to the last moment of anything.
    [[nodiscard]] TimeSpan span() const { return m_span; }
    [[nodiscard]] TrackCounts counts() const;
    [[nodiscard]] size_t bytes() const;

    [[nodiscard]] const Slice &slice(SliceRef ref) const;
    [[nodiscard]] TimeSpan spanOf(SliceRef ref) const { return row(ref.track, ref.row).spanOf(ref.index); }
    /// The deepest slice of a track at a moment; where they do not nest, the one that began last.
    [[nodiscard]] std::optional<SliceRef> deepestAt(TrackId track, TracePoint at) const;
    /// A slice of a track that ends at this very moment.
    [[nodiscard]] std::optional<SliceRef> endingAt(TrackId track, TracePoint at) const;
    /// The slice that one lies in.
    [[nodiscard]] std::optional<SliceRef> parentOf(SliceRef ref) const;
    /// The slice of a track that begins first after this one began, on whatever row; the last before.
    [[nodiscard]] std::optional<SliceRef> next(SliceRef ref) const;
    [[nodiscard]] std::optional<SliceRef> previous(SliceRef ref) const;

private:
    struct Track
    {
        TrackInfo info;
        std::unique_ptr<MarkLog> marks; ///< until it is finished
        SliceRows rows;
        GrowingArray<TrackInstant> instants;
        GrowingArray<Sample> samples;
        std::vector<TrackId> children;
        TrackId overflow; ///< where those of its slices are that did not nest
    };
    [[nodiscard]] const Track &of(TrackId track) const { return m_tracks[track.value - 1]; }
    void addMark(TrackId track, const Slice &mark);
    void nestTrack(size_t index, TrackLosses &losses);
    void sortPoints(Track &track);
    void plantTree();
    void pruneTree();
    void measure();
    [[nodiscard]] std::optional<FlowPlace> anchorOf(const FlowPoint &point) const;
    [[nodiscard]] std::optional<FlowPlace> beginFrom(TrackId track, TracePoint at) const;

    std::vector<Track> m_tracks;
    std::vector<TrackId> m_roots;
    TrackTexts m_texts;
    GrowingArray<quint32> m_categories; ///< by the id of the name
    quint64 m_otherCategories = 0;
    TrackFlows m_flows;
    TimeSpan m_span;
};

} // namespace loopscope
