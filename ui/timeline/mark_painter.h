// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_ink.h"

namespace loopscope {

/// Paints the signs and texts beside bars, in the row's own coordinates. A text that has no room on the right
/// stands on the left. The print of the event `now` is plum.
class MarkPainter
{
public:
    MarkPainter(QPainter &painter, TimelineInk &ink, double width, EventId now)
        : m_painter(painter), m_ink(ink), m_width(width), m_now(now)
    {
    }

    void paint(const RowGeometry &row);

private:
    void paintEnd(const Mark &mark, Glyph glyph, Role colour);
    void paintLag(const Mark &mark);
    void paintPrint(const Mark &mark);
    /// Returns where texts right of the cost go on.
    double paintCost(const Mark &mark, const RowGeometry &row);
    void paintBeside(const Mark &mark, double x, Role colour, TextRole font);

    QPainter &m_painter;
    TimelineInk &m_ink;
    double m_width;
    EventId m_now;
};

} // namespace loopscope
