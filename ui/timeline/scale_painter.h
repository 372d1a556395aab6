// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/ticks.h"
#include "ui/timeline/timeline_ink.h"

#include <optional>

class QPainter;

namespace loopscope {

/// Paints a scale of time above lanes: its ticks, the corner above the lanes' names, which says what the
/// times count from, and the flag of the present instant. The lanes begin at `indent`.
class ScalePainter
{
public:
    /// `now` has the flag, if there is one and it is in view.
    ScalePainter(TimelineInk &ink, const TimeAxis &axis, double indent, const QSizeF &size,
                 std::optional<TracePoint> now);

    /// The ground, the ticks, and the line below.
    void paintTicks(QPainter &painter);
    void paintFlag(QPainter &painter);
    /// `origin` stands there while the scale needs no other base.
    void paintCorner(QPainter &painter, const QString &origin);

private:
    [[nodiscard]] QRectF placedFlag();

    TimelineInk &m_ink;
    TimeAxis m_axis;
    double m_indent;
    QSizeF m_size;
    std::optional<TracePoint> m_now;
    Ticks m_ticks;
    QString m_flagText;
    QRectF m_flag; ///< empty: there is none in view
};

} // namespace loopscope
