// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_ink.h"
#include "ui/tracks/track_geometry.h"
#include "ui/tracks/track_text.h"

class QPainter;

namespace loopscope {

/// Paints lanes as their geometry says; a bar's colour follows from its name, so that equal names look equal.
class TrackPainter
{
public:
    TrackPainter(QPainter &painter, TimelineInk &ink, const TrackStore &store)
        : m_painter(painter), m_ink(ink), m_store(store)
    {
    }

    /// At (left, top), `width` pixels of it being visible.
    void paintLane(const TrackLane &lane, const TrackGeometry &geometry, QPointF at, double width);
    /// The lane's name in its column; `isFolded` matters for groups only.
    void paintLabel(const TrackLane &lane, const QRectF &column, bool isFolded);
    /// A ring around what is selected.
    void paintRing(const QRectF &rect);
    void paintArrow(QPointF from, QPointF to);

private:
    void paintBar(const TrackBar &bar, QPointF at, double width);
    void paintMarks(const TrackLane &lane, const TrackGeometry &geometry, QPointF at);
    void paintValues(const TrackLane &lane, const TrackGeometry &geometry, QPointF at, double width);

    QPainter &m_painter;
    TimelineInk &m_ink;
    const TrackStore &m_store;
};

} // namespace loopscope
