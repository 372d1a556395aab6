// SPDX-License-Identifier: MIT
// How the view paints a frame: lanes, what is selected, and the ruler over both.
#include "ui/style/time_text.h"
#include "ui/timeline/ticks.h"
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
    if (!m_store)
        return;
    paintLanes(painter, ink);
    paintSelection(painter, ink);
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
    TrackPainter lanes(painter, ink, *m_store);
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
    TrackPainter lanes(painter, ink, *m_store);
    painter.setClipRect(QRectF(left(), top(), axis().width, viewport()->height()));
    if (m_selected->slice) {
        paintArrows(lanes);
        if (const auto rect = rectOf(*m_selected->slice))
            lanes.paintRing(*rect);
    } else if (const TrackLane *lane = m_lanes.laneOf(m_selected->track); lane && m_selected->instant) {
        const double x = left() + axis().x(TrackWords(*m_store).span(*m_selected).begin);
        lanes.paintRing(
            {x - 5, top() + lane->rowTop(0) - verticalScrollBar()->value() + 2, 10, lane->row - 3});
    }
    painter.setClipping(false);
}

/// Those that leave the selected slice, and those that arrive there.
void TrackView::paintArrows(TrackPainter &painter)
{
    const TimeSpan span = m_store->spanOf(*m_selected->slice);
    std::vector<Flow> flows = m_store->flows().leaving(m_selected->track, span);
    const std::vector<Flow> arriving = m_store->flows().arriving(m_selected->track, span);
    flows.insert(flows.end(), arriving.begin(), arriving.end());
    flows.resize(std::min(flows.size(), mostArrows));
    const auto point = [this](TrackId track, TracePoint at) -> std::optional<QPointF> {
        const TrackLane *lane = m_lanes.laneOf(track);
        if (!lane)
            return std::nullopt;
        const auto slice = m_store->deepestAt(track, at);
        const double y = lane->rowTop(slice ? slice->row : 0) + lane->row / 2;
        return QPointF(left() + traceAxis().x(at), top() + y - verticalScrollBar()->value());
    };
    for (const Flow &flow : flows) {
        const auto from = point(flow.from, flow.leaves), to = point(flow.to, flow.arrives);
        if (from && to)
            painter.paintArrow(*from, *to);
    }
}

void TrackView::paintRuler(QPainter &painter, TimelineInk &ink)
{
    const QRectF ruler(0, 0, viewport()->width(), top());
    painter.fillRect(ruler, ink.colour(Role::Panel));
    const Ticks ticks = ticksFor(axis(), ink.metrics().tickLabel);
    for (const Tick &tick : ticks.ticks) {
        const bool isMajor = tick.rank == TickRank::Major;
        const double length = top() * (isMajor ? 0.42 : 0.2), x = left() + tick.x;
        if (tick.x < 0)
            continue;
        painter.fillRect(ink.snapped({x, top() - length, ink.hairline(), length}),
                         ink.colour(isMajor ? Role::BorderStrong : Role::Border));
        if (isMajor && x + 4 + ink.textWidth(tick.label, TextRole::Tick) <= ruler.right())
            ink.drawText(painter, tick.label, TextRole::Tick, ink.colour(Role::Ink2), x + 4, top() * 0.36);
    }
    const QString base = ticks.base ? instantText(*ticks.base) : tr("since the trace began");
    ink.drawText(painter, ink.fitted(base, TextRole::Tiny, left() - 2 * ink.metrics().margin), TextRole::Tiny,
                 ink.colour(ticks.base ? Role::Ink : Role::Ink3), ink.metrics().margin, top() * 0.6);
    painter.fillRect(QRectF(0, top() - ink.hairline(), ruler.width(), ink.hairline()),
                     ink.colour(Role::Border));
}

} // namespace loopscope
