// SPDX-License-Identifier: MIT
#include "ui/tracks/track_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace loopscope {

namespace {

constexpr std::array barRoles = {Role::Running, Role::Worker, Role::NetConnect, Role::NetRecv,
                                 Role::SeriesB, Role::Ready,  Role::Done,       Role::Created};

Role roleOf(TextId name)
{
    return barRoles[(name.value * 2654435761u >> 16) % barRoles.size()];
}

/// Black or white, whichever can be read on `ground`.
QColor textOn(const QColor &ground)
{
    const double light = 0.299 * ground.redF() + 0.587 * ground.greenF() + 0.114 * ground.blueF();
    return light > 0.55 ? QColor(20, 22, 26) : QColor(255, 255, 255);
}

constexpr double markHalf = 3.5;

} // namespace

void TrackPainter::paintLane(const TrackLane &lane, const TrackGeometry &geometry, QPointF at, double width)
{
    for (const TrackBar &bar : geometry.bars)
        paintBar(bar, at, width);
    paintValues(lane, geometry, at, width);
    paintMarks(lane, geometry, at);
}

void TrackPainter::paintBar(const TrackBar &bar, QPointF at, double width)
{
    const QRectF rect = m_ink.snapped(bar.rect.translated(at));
    const Slice &slice = m_store.slice(bar.first);
    if (bar.count > 1) {
        m_painter.fillRect(rect, m_ink.colour(Role::LoopIdle));
        const double height = std::max(1.0, rect.height() * bar.share);
        m_painter.fillRect(m_ink.snapped({rect.left(), rect.bottom() - height, rect.width(), height}),
                           m_ink.colour(Role::LoopBusy));
        return;
    }
    const QColor fill = m_ink.colour(roleOf(slice.name));
    const double gap =
        rect.width() > m_ink.metrics().runningLeast ? m_ink.hairline() : 0; // parts it from the next
    m_painter.fillRect(rect.adjusted(0, 0, -gap, 0), fill);
    if (slice.isOpen()) // its end is not known: it fades
        m_painter.fillRect(QRectF(rect.right() - 3, rect.top(), 3, rect.height()), m_ink.colour(Role::Lag));
    const double pad = m_ink.metrics().textPad;
    const double left = std::max(rect.left(), at.x()) + pad;
    const double room = std::min(rect.right(), at.x() + width) - pad - left;
    if (room < m_ink.metrics().iconLeast || !slice.name)
        return;
    const QString name = m_ink.fitted(m_store.text(slice.name).left(300), TextRole::Small, room);
    m_ink.drawText(m_painter, name, TextRole::Small, textOn(fill), left, rect.center().y());
}

void TrackPainter::paintMarks(const TrackLane &lane, const TrackGeometry &geometry, QPointF at)
{
    if (geometry.marks.empty())
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_ink.colour(Role::Accent));
    const double bottom = at.y() + lane.head + lane.row - 1;
    for (const TrackGeometry::Mark &mark : geometry.marks) {
        const double x = at.x() + mark.x;
        m_painter.drawPolygon(
            QPolygonF({{x - markHalf, bottom}, {x + markHalf, bottom}, {x, bottom - 2 * markHalf}}));
    }
    m_painter.restore();
}

void TrackPainter::paintValues(const TrackLane &lane, const TrackGeometry &geometry, QPointF at, double width)
{
    const double base = at.y() + lane.head + lane.row - 1;
    const QColor line = m_ink.colour(Role::SeriesA);
    QColor area = line;
    area.setAlphaF(0.22F);
    const double thick = 1.5 * m_ink.hairline();
    for (size_t i = 0; i < geometry.values.size(); ++i) {
        const TrackGeometry::Column &one = geometry.values[i];
        const bool isLast = i + 1 == geometry.values.size();
        const double right = isLast ? width : geometry.values[i + 1].x;
        const double x = at.x() + one.x, high = at.y() + one.high, low = at.y() + one.low;
        m_painter.fillRect(QRectF(x, high, right - one.x, base - high), area);
        m_painter.fillRect(QRectF(x, high, std::max(right - one.x, thick), thick), line);
        const double next = isLast ? high : at.y() + geometry.values[i + 1].high;
        const double top = std::min(high, next), bottom = std::max(low, next);
        if (bottom - top > thick) // the step to the next value, and what lay between
            m_painter.fillRect(QRectF(at.x() + right - thick, top, thick, bottom - top + thick), line);
    }
}

void TrackPainter::paintLabel(const TrackLane &lane, const QRectF &column, bool isFolded)
{
    const Metrics &m = m_ink.metrics();
    const double height = lane.isGroup ? lane.head : std::min(lane.height, lane.row + m.gap);
    const double middle = column.top() + height / 2;
    double x = column.left() + m.margin + lane.indent * m.margin;
    if (lane.isGroup) {
        const double half = m.gap;
        QPolygonF sign = isFolded ? QPolygonF({{-half / 2, -half}, {half / 2 + 1, 0}, {-half / 2, half}})
                                  : QPolygonF({{-half, -half / 2}, {half, -half / 2}, {0, half / 2 + 1}});
        sign.translate(x + half, middle);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_ink.colour(Role::Ink3));
        m_painter.drawPolygon(sign);
        m_painter.restore();
    }
    x += m.margin;
    const TextRole font = lane.isGroup ? TextRole::Strong : TextRole::Small;
    const QString name =
        m_ink.fitted(TrackWords(m_store).track(lane.track), font, column.right() - m.gap - x);
    m_ink.drawText(m_painter, name, font, m_ink.colour(lane.isGroup ? Role::Ink : Role::Ink2), x, middle);
}

void TrackPainter::paintRing(const QRectF &rect)
{
    m_painter.save();
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_ink.colour(Role::Ink), 2 * m_ink.hairline()));
    m_painter.drawRect(m_ink.snapped(rect).adjusted(-1, -1, 1, 1));
    m_painter.restore();
}

void TrackPainter::paintArrow(QPointF from, QPointF to)
{
    const double reach = std::clamp(std::abs(to.x() - from.x()) / 2, 12.0, 60.0);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_ink.colour(Role::Ink), 1.5));
    m_painter.drawPath(path);
    m_painter.setBrush(m_ink.colour(Role::Ink));
    m_painter.drawPolygon(QPolygonF({to, to + QPointF(-7, -3.5), to + QPointF(-7, 3.5)}));
    m_painter.restore();
}

} // namespace loopscope
