// SPDX-License-Identifier: MIT
#include "ui/window/legend_picture.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace loopscope {

/// The heights of the three lanes, and times as shares of the width between names and right edge.
struct LegendPicture::Lanes
{
    double left, width, loop, parent, child, slice, inset;

    [[nodiscard]] double x(double share) const { return left + width * share; }
    [[nodiscard]] QRectF bar(double middle, double from, double to, double height) const
    {
        return {x(from), middle - height / 2, x(to) - x(from), height};
    }
};

LegendPicture::LegendPicture(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize LegendPicture::sizeHint() const
{
    const double unit = m_theme.metrics().taskLane;
    return {qRound(unit * 22), qRound(unit * 8.4)};
}

void LegendPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::LaneAlt));
    painter.setPen(m_theme.colour(Role::Border));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const Metrics &metrics = m_theme.metrics();
    const double unit = metrics.taskLane;
    const Lanes lanes{unit * 3,   width() - unit * 4.2, unit * 1.6,         unit * 3.1,
                      unit * 4.9, metrics.slice * 1.4,  metrics.inset * 1.4};
    paintLanes(painter, lanes);
    paintCaptions(painter, lanes);
}

void LegendPicture::paintLanes(QPainter &painter, const Lanes &lanes) const
{
    const double loop = m_theme.metrics().costBar;
    painter.fillRect(lanes.bar(lanes.loop, 0, 1, loop), m_theme.colour(Role::LoopIdle));
    for (const auto &[from, to] : {std::pair(0.0, 0.16), std::pair(0.62, 0.88)})
        painter.fillRect(lanes.bar(lanes.loop, from, to, loop), m_theme.colour(Role::LoopBusy));
    const QColor running = m_theme.colour(Role::Running);
    for (const auto &[from, to] : {std::pair(0.0, 0.08), std::pair(0.80, 0.88)})
        painter.fillRect(lanes.bar(lanes.parent, from, to, lanes.slice), running);
    paintSuspended(painter, lanes.bar(lanes.parent, 0.08, 0.80, lanes.inset), QStringLiteral("gather: a"));
    for (const auto &[from, to] : {std::pair(0.115, 0.16), std::pair(0.70, 0.80)})
        painter.fillRect(lanes.bar(lanes.child, from, to, lanes.slice), running);
    for (const auto &[from, to] : {std::pair(0.08, 0.115), std::pair(0.62, 0.70)}) {
        QRectF low = lanes.bar(lanes.child, from, to, lanes.slice);
        low.setTop(low.center().y());
        painter.fillRect(low, m_theme.colour(Role::Ready));
    }
    paintSuspended(painter, lanes.bar(lanes.child, 0.16, 0.62, lanes.inset), QStringLiteral("sleep 3 s"));

    painter.setRenderHint(QPainter::Antialiasing);
    const double side = m_theme.metrics().icon * 1.3;
    for (const auto &[middle, at] : {std::pair(lanes.parent, 0.885), std::pair(lanes.child, 0.805)})
        paintGlyph(painter, Glyph::Check, QRectF(lanes.x(at) + 4, middle - side / 2, side, side),
                   m_theme.colour(Role::Done), m_theme.colour(Role::LaneAlt));
    painter.setPen(QPen(m_theme.colour(Role::Ink2), 1.2, Qt::DotLine));
    painter.drawLine(QPointF(lanes.x(0.06), lanes.parent + lanes.slice / 2),
                     QPointF(lanes.x(0.06), lanes.child - 4));
    painter.setPen(QPen(m_theme.colour(Role::Ink2), 1.2));
    painter.drawEllipse(QPointF(lanes.x(0.06), lanes.child), 4, 4);
    painter.drawLine(QPointF(lanes.x(0.80), lanes.child - lanes.slice / 2),
                     QPointF(lanes.x(0.80), lanes.parent + lanes.slice / 2));
}

void LegendPicture::paintCaptions(QPainter &painter, const Lanes &lanes) const
{
    painter.setPen(m_theme.colour(Role::Ink));
    painter.setFont(m_theme.font(TextRole::LaneName));
    const double name = m_theme.metrics().margin * 1.5;
    for (const auto &[text, middle] :
         {std::pair("loop", lanes.loop), std::pair("main", lanes.parent), std::pair("a", lanes.child)})
        painter.drawText(QRectF(name, middle - 15, lanes.left, 30), Qt::AlignVCenter,
                         QString::fromLatin1(text));

    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(Role::Ink2));
    const double above = lanes.loop - lanes.slice * 1.1;
    const double between = (lanes.parent + lanes.child) / 2;
    const double below = lanes.child + lanes.slice * 1.3;
    const std::tuple<double, double, QString> captions[] = {{0.75, above, tr("the loop is busy")},
                                                            {0.16, between, tr("main creates a")},
                                                            {0.88, between, tr("a wakes main")},
                                                            {0.02, below, tr("created")},
                                                            {0.13, below + 20, tr("running")},
                                                            {0.39, below, tr("suspended: waits for a timer")},
                                                            {0.64, below + 20, tr("ready: waits its turn")},
                                                            {0.83, below, tr("done")}};
    for (const auto &[at, middle, text] : captions)
        painter.drawText(QRectF(lanes.x(at) - 200, middle - 10, 400, 20), Qt::AlignCenter, text);
}

void LegendPicture::paintSuspended(QPainter &painter, const QRectF &box, const QString &text) const
{
    painter.save();
    painter.setClipRect(box);
    painter.fillRect(box, m_theme.colour(Role::Suspended));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Role::SuspHatch), 1.3));
    constexpr double pitch = 8;
    for (double x = box.left() - box.height(); x < box.right(); x += pitch)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
    painter.setPen(m_theme.colour(Role::SuspEdge));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(m_theme.font(TextRole::Slice));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2 * m_theme.metrics().gap;
    painter.fillRect(QRectF(box.center().x() - width / 2, box.top() + 1, width, box.height() - 2),
                     m_theme.colour(Role::Suspended));
    painter.setPen(m_theme.colour(Role::OnSuspended));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace loopscope
