// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/bookmark_flags.h"
#include "ui/timeline/geometry_cache.h"
#include "ui/timeline/hit_test.h"
#include "ui/timeline/timeline_ink.h"
#include "ui/timeline/timeline_state.h"

#include <memory>

namespace loopscope {

/// What the lanes, their labels and the ruler have in common: the rows, their geometry, how far they are
/// scrolled, and the ink. Owned by the view; nothing here paints.
class TimelineContent
{
public:
    explicit TimelineContent(const TimelineState &state);

    /// Brings rows and geometry up to date with the recording, the viewport and the theme. Cheap when nothing
    /// has changed.
    void update(double width);
    void forgetRecording();
    /// The theme changed.
    void forgetInk();

    [[nodiscard]] const TimelineState &state() const { return m_state; }
    [[nodiscard]] const LaneLayout &layout() const { return m_layout; }
    [[nodiscard]] GeometryCache &geometry() { return m_cache; }
    [[nodiscard]] const TimeAxis &axis() const { return m_scene.axis; }
    [[nodiscard]] TimelineInk &ink(double devicePixelRatio);

    /// How wide the names left of the lanes are: as wide as the longest of them needs, within limits.
    [[nodiscard]] double labelWidth() const { return m_labelWidth; }
    /// The flags on the ruler, those in view.
    [[nodiscard]] QList<BookmarkFlag> flags() const;
    /// What lies at a point of the view; empty between and below the rows.
    [[nodiscard]] std::optional<Hit> hitAt(QPointF inView);

    /// How many pixels of the rows lie above the view.
    [[nodiscard]] double scroll() const { return m_scroll; }
    void setScroll(double scroll) { m_scroll = scroll; }

    [[nodiscard]] bool isFolded(RunId run) const { return m_folded.contains(run); }
    void toggleFold(RunId run);
    [[nodiscard]] const std::set<RunId> &folded() const { return m_folded; }
    void setFolded(std::set<RunId> runs);

private:
    [[nodiscard]] double neededLabelWidth() const;

    TimelineState m_state;
    TimelineScene m_scene;
    LaneLayout m_layout;
    std::optional<quint64> m_laidOut; ///< the store's revision it was laid out for
    GeometryCache m_cache;
    std::unique_ptr<TimelineInk> m_ink;
    std::set<RunId> m_folded;
    double m_inkRatio = 0;
    double m_scroll = 0;
    double m_labelWidth = 0;
};

} // namespace loopscope
