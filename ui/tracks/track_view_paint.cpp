// SPDX-License-Identifier: MIT
// How the view paints a frame: lanes, what is selected, and the ruler over both.
#include "ui/timeline/scale_painter.h"
#include "ui/tracks/track_painter.h"
#include "ui/tracks/track_view.h"

#include <QPainter>
#include <QScrollBar>

namespace loopscope {

namespace {

/// More arrows of one slice are no picture.
constexpr size_t mostArrows = 50;

} // namespace

void TrackView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    TimelineInk &ink = this->ink();
    painter.fillRect(viewport()->rect(), ink.colour(Role::Canvas));
    if (!tracks())
        return;
    paintLanes(painter, ink);
    paintSelection(painter, ink);
    paintNow(painter, ink);
    paintRuler(painter, ink);
}

void TrackView::paintLanes(QPainter &painter, TimelineInk &ink)
{
    const double scroll = verticalScrollBar()->value();
    const QRectF names(0, top(), left(), viewport()->height());
    const QRectF room(left(), top(), axis().width, viewport()->height() - top());
    for (const Tick &tick : ticksFor(axis(), ink.metrics().tickLabel).ticks)
        if (tick.rank == TickRank::Major)
            painter.fillRect(ink.snapped({left() + tick.x, top(), ink.hairline(), room.height()}),
                             ink.colour(Role::Grid));
    const auto endsAbove = [](const TrackLane &lane, double y) { return lane.bottom() <= y; };
    const auto first = std::lower_bound(m_lanes.lanes.begin(), m_lanes.lanes.end(), scroll, endsAbove);
    TrackPainter lanes(painter, ink, *tracks());
    for (auto lane = first; lane != m_lanes.lanes.end() && lane->top < scroll + room.height(); ++lane) {
        const double y = top() + lane->top - scroll;
        if (lane->isGroup)
            painter.fillRect(QRectF(left(), y, room.width(), lane->head), ink.colour(Role::LaneAlt));
        painter.fillRect(QRectF(0, y, viewport()->width(), ink.hairline()), ink.colour(Role::Border));
        painter.setClipRect(room);
        lanes.paintLane(*lane, geometry(*lane), {left(), y}, room.width());
        painter.setClipping(false);
        painter.fillRect(QRectF(0, y, left(), lane->height),
                         ink.colour(lane->isGroup ? Role::LaneAlt : Role::Panel));
        painter.fillRect(QRectF(0, y, left(), ink.hairline()), ink.colour(Role::Border));
        lanes.paintLabel(*lane, {0, y, left(), lane->height}, m_folded.contains(lane->track));
    }
    painter.fillRect(QRectF(left() - ink.hairline(), top(), ink.hairline(), names.height()),
                     ink.colour(Role::Border));
}

void TrackView::paintSelection(QPainter &painter, TimelineInk &ink)
{
    if (!m_selected)
        return;
    TrackPainter lanes(painter, ink, *tracks());
    painter.setClipRect(QRectF(left(), top(), axis().width, viewport()->height()));
    if (m_selected->slice) {
        paintArrows(lanes);
        if (const auto rect = rectOf(*m_selected->slice))
            lanes.paintRing(*rect);
    } else if (const TrackLane *lane = m_lanes.laneOf(m_selected->track); lane && m_selected->instant) {
        const double x = left() + axis().x(TrackWords(*tracks()).span(*m_selected).begin);
        lanes.paintRing(
            {x - 5, top() + lane->rowTop(0) - verticalScrollBar()->value() + 2, 10, lane->row - 3});
    }
    painter.setClipping(false);
}

/// Those that leave the selected slice, and those that arrive there.
void TrackView::paintArrows(TrackPainter &painter)
{
    const TimeSpan span = tracks()->spanOf(*m_selected->slice);
    std::vector<Flow> flows = tracks()->flows().leaving(m_selected->track, span);
    const std::vector<Flow> arriving = tracks()->flows().arriving(m_selected->track, span);
    flows.insert(flows.end(), arriving.begin(), arriving.end());
    flows.resize(std::min(flows.size(), mostArrows));
    const auto point = [this](TrackId track, TracePoint at) -> std::optional<QPointF> {
        const TrackLane *lane = m_lanes.laneOf(track);
        if (!lane)
            return std::nullopt;
        const auto slice = tracks()->deepestAt(track, at);
        const double y = lane->rowTop(slice ? slice->row : 0) + lane->row / 2;
        return QPointF(left() + traceAxis().x(at), top() + y - verticalScrollBar()->value());
    };
    for (const Flow &flow : flows) {
        const auto from = point(flow.from, flow.leaves), to = point(flow.to, flow.arrives);
        if (from && to)
            painter.paintArrow(*from, *to);
    }
}

void TrackView::paintNow(QPainter &painter, TimelineInk &ink)
{
    const double x = m_trace.now() ? axis().x(*m_trace.now()) : -1;
    if (x < 0 || x > axis().width)
        return;
    const double width = 1.5 * ink.hairline();
    const double bottom =
        std::min(top() + m_lanes.height - verticalScrollBar()->value(), viewport()->height() * 1.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(left() + x - width / 2, top(), width, bottom - top()), ink.colour(Role::Accent));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TrackView::paintRuler(QPainter &painter, TimelineInk &ink)
{
    ScalePainter scale(ink, axis(), left(), QSizeF(viewport()->width(), top()), m_trace.now());
    scale.paintTicks(painter);
    scale.paintFlag(painter);
    scale.paintCorner(painter, tr("since the trace began"));
}

} // namespace loopscope
