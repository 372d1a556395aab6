// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_ink.h"

namespace loopscope {

/// Paints bars and columns as their geometry says, row by row, in the row's own coordinates. `width` is the
/// visible width: texts are centred in what is seen of their bar.
class BarPainter
{
public:
    BarPainter(QPainter &painter, TimelineInk &ink, double width)
        : m_painter(painter), m_ink(ink), m_width(width)
    {
    }

    void paint(const RowGeometry &row);

private:
    void paintBar(const Bar &bar);
    void paintCreated(const Bar &bar);
    void paintHatched(const Bar &bar, Role ground, Role edge, Role text);
    void paintSolid(const Bar &bar, Role fill, Role text, TextRole font);
    void paintReady(const Bar &bar);
    void paintExcess(const Bar &bar);
    void paintColumns(const RowGeometry &row);
    void centreText(const Bar &bar, const QRectF &rect, Role ground, Role text);
    [[nodiscard]] QRectF seen(const QRectF &rect) const;

    QPainter &m_painter;
    TimelineInk &m_ink;
    double m_width;
};

} // namespace loopscope
