// SPDX-License-Identifier: MIT
#include "ui/timeline/lane_pointer.h"

#include "ui/timeline/time_gesture.h"

#include <QCursor>
#include <QScrollBar>
#include <QWheelEvent>
#include <QWidget>

namespace loopscope {

namespace {

QRectF rectOf(const std::optional<Hit> &hit)
{
    return hit && hit->bar ? hit->bar->rect.translated(0, hit->row.top) : QRectF();
}

} // namespace

LanePointer::LanePointer(TimelineContent &content, Navigator &navigator, QWidget &lanes, QScrollBar &scroll)
    : m_content(content), m_navigator(navigator), m_lanes(lanes), m_scroll(scroll)
{
}

void LanePointer::press(QPointF at)
{
    m_drag = Drag{at, m_content.state().viewport.visible(), m_scroll.value()};
}

void LanePointer::move(QPointF at, Qt::MouseButtons buttons)
{
    if (m_drag && buttons & Qt::LeftButton)
        drag(at);
    else
        setHovered(m_content.hitAt(at));
}

void LanePointer::drag(QPointF to)
{
    const QPointF way = to - m_drag->from;
    if (m_drag->stage == Stage::Pressed) {
        if (way.manhattanLength() < m_content.state().theme.metrics().dragThreshold)
            return;
        m_drag->stage = Stage::Panning;
        m_lanes.setCursor(Qt::ClosedHandCursor);
    }
    const Nanos back = TimeAxis{m_drag->visible, m_content.axis().width}.length(way.x());
    m_content.state().viewport.show({m_drag->visible.begin - back, m_drag->visible.end - back});
    m_scroll.setValue(m_drag->scroll - int(way.y()));
}

void LanePointer::release(QPointF at)
{
    const bool isClick = m_drag && m_drag->stage == Stage::Pressed;
    m_drag.reset();
    m_lanes.unsetCursor();
    if (!isClick)
        return;
    if (const auto hit = m_content.hitAt(at))
        select(*hit);
    else
        m_content.state().selection.clear();
}

void LanePointer::select(const Hit &hit)
{
    Selection &selection = m_content.state().selection;
    const Store &store = m_content.state().recording.store();
    const RunInfo *run = store.run(hit.row.run);
    if (hit.row.kind == RowKind::Request && run) {
        const RequestInfo &request = run->requests.at(hit.row.index);
        selection.select({request.first, request.task, RequestKey{run->id, request.number}});
    } else if (hit.mark && store.contains(hit.event)) {
        selection.select({.event = hit.event, .task = store.event(hit.event).task});
    } else if (hit.row.kind == RowKind::Task) {
        selection.select({.event = hit.event, .task = hit.row.task});
    } else {
        selection.clear();
    }
}

void LanePointer::doubleClick(QPointF at)
{
    const auto hit = m_content.hitAt(at);
    if (!hit)
        return;
    if (hit->row.kind == RowKind::Run) {
        m_navigator.fitRun(hit->row.run);
    } else if (hit->bar && (hit->row.kind == RowKind::Task || hit->row.kind == RowKind::Request)) {
        select(*hit);
        m_navigator.fitSelection();
    }
}

void LanePointer::wheel(const QWheelEvent &event)
{
    const TimeGesture gesture = wheelGesture(event);
    switch (gesture.kind) {
    case TimeGesture::Kind::Scroll:
        m_scroll.setValue(m_scroll.value() +
                          int(gesture.amount * m_content.state().theme.metrics().taskLane));
        break;
    case TimeGesture::Kind::Pan: m_navigator.panBy(gesture.amount); break;
    case TimeGesture::Kind::Zoom:
        m_navigator.zoomBy(gesture.amount, m_content.axis().at(event.position().x()));
        break;
    }
}

std::optional<TracePoint> LanePointer::instant() const
{
    const QPoint at = m_lanes.mapFromGlobal(QCursor::pos());
    return m_lanes.rect().contains(at) ? std::optional(m_content.axis().at(at.x())) : std::nullopt;
}

void LanePointer::setHovered(std::optional<Hit> hit)
{
    const bool isSame = rectOf(hit) == rectOf(m_hovered);
    m_hovered = std::move(hit);
    if (!isSame)
        Q_EMIT hoveredChanged();
}

} // namespace loopscope
