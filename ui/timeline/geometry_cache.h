// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_context.h"
#include "ui/timeline/lane_layout.h"

namespace loopscope {

/// What is seen of a recording: the arguments on which every geometry depends.
struct TimelineScene
{
    const Store *store = nullptr;
    TimeAxis axis;                     ///< in the time of a run
    std::optional<TracePoint> liveNow; ///< see Recording
    Metrics metrics;
};

/// The geometry of one row, made from scratch.
[[nodiscard]] RowGeometry geometryOf(const TimelineScene &scene, const Row &row);

/// Keeps each row's geometry until something it depends on has changed: the visible span, the width, the
/// store's revision, the present, the layout. Rows are made when first asked for, so scrolling costs the new
/// rows only, and hover, selection and playhead cost nothing.
class GeometryCache
{
public:
    /// Call before each use, with the scene as it is.
    void update(const TimelineScene &scene, const LaneLayout &layout);
    /// `index` counts the layout's rows. The reference holds until the next update.
    [[nodiscard]] const RowGeometry &row(size_t index);
    /// Forgets everything: another store.
    void clear();

    /// How many rows were made so far: what the tests of "rebuilds nothing" count.
    [[nodiscard]] quint64 built() const { return m_built; }

private:
    TimelineScene m_scene;
    quint64 m_revision = 0;
    std::vector<Row> m_rows;
    std::vector<std::optional<RowGeometry>> m_geometry;
    quint64 m_built = 0;
};

} // namespace loopscope
