// SPDX-License-Identifier: MIT
#include "ui/timeline/link_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

constexpr double headSize = 4.5;
constexpr double sameColumn = 3;

QPainterPath shaft(const LinkLine &line, double direction)
{
    const QPointF end = line.to - QPointF(0, direction * headSize);
    QPainterPath path(line.from);
    const double dx = line.to.x() - line.from.x();
    if (std::abs(dx) < sameColumn) {
        path.lineTo(line.from.x(), end.y());
        return path;
    }
    const double lift = std::min(28.0, std::abs(line.to.y() - line.from.y()) * 0.7);
    path.cubicTo(line.from.x() + std::max(10.0, dx * 0.5), line.from.y(), end.x() - std::max(8.0, dx * 0.3),
                 end.y() - direction * lift, end.x(), end.y());
    return path;
}

} // namespace

void paintLink(QPainter &painter, const TimelineInk &ink, const LinkLine &line, LinkWeight weight)
{
    const bool isCreation = line.kind == LinkKind::Creates;
    const QColor colour = ink.colour(weight == LinkWeight::Path ? Role::Ink : Role::Ink2);
    const double width = weight == LinkWeight::Path ? 1.6 : 1.2;
    const double direction = line.to.y() < line.from.y() ? -1 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(weight == LinkWeight::Faint ? 0.3 : weight == LinkWeight::Usual ? 0.75 : 1);
    QPen pen(colour, width);
    if (isCreation)
        pen.setDashPattern({2 / width, 3 / width});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shaft(line, direction));

    painter.setPen(QPen(colour, 1));
    painter.setBrush(isCreation ? ink.colour(Role::Canvas) : colour);
    const double x = std::abs(line.to.x() - line.from.x()) < sameColumn ? line.from.x() : line.to.x();
    painter.drawPolygon(QPolygonF({{x, line.to.y()},
                                   {x - headSize * 0.75, line.to.y() - direction * headSize * 1.3},
                                   {x + headSize * 0.75, line.to.y() - direction * headSize * 1.3}}));
    painter.drawEllipse(line.from, width * 1.5, width * 1.5);
    painter.restore();
}

} // namespace loopscope
