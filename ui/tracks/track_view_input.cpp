// SPDX-License-Identifier: MIT
// Mouse and keys of the view: the same as the timeline's.
#include "ui/timeline/time_gesture.h"
#include "ui/tracks/track_text.h"
#include "ui/tracks/track_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

namespace loopscope {

bool TrackView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt(help->pos());
    QString text;
    if (place.hit)
        text = TrackWords(*tracks()).tip(*place.hit);
    else if (place.lane && help->pos().x() < left())
        text = TrackWords(*tracks()).track(place.lane->track);
    QToolTip::showText(
        help->globalPos(),
        text.isEmpty() ? text : text.toHtmlEscaped().replace(QLatin1String("\n"), QLatin1String("<br>")),
        viewport());
    return true;
}

void TrackView::wheelEvent(QWheelEvent *event)
{
    const TimeGesture gesture = wheelGesture(*event);
    event->accept();
    switch (gesture.kind) {
    case TimeGesture::Kind::Zoom: m_viewport.zoomBy(gesture.amount, instantAt(event->position().x())); break;
    case TimeGesture::Kind::Pan: panByShare(m_viewport, gesture.amount); break;
    case TimeGesture::Kind::Scroll:
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      int(gesture.amount * m_theme.metrics().taskLane));
        break;
    }
}

void TrackView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_pressedSpan = m_viewport.visible();
    m_pressedScroll = verticalScrollBar()->value();
    m_isDragging = false;
    m_isPicking = event->position().y() < top() && event->position().x() >= left();
    if (m_isPicking)
        m_trace.setNow(instantAt(event->position().x()));
}

void TrackView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().x();
    if (m_pressed && m_isPicking)
        m_trace.setNow(instantAt(std::clamp(m_pointer, left(), double(viewport()->width()))));
    else if (m_pressed)
        drag(event->position() - *m_pressed);
}

void TrackView::drag(QPointF moved)
{
    if (!m_isDragging && moved.manhattanLength() < m_theme.metrics().dragThreshold)
        return;
    m_isDragging = true;
    const Nanos distance = TimeAxis{m_pressedSpan, axis().width}.length(-moved.x());
    m_viewport.show({m_pressedSpan.begin + distance, m_pressedSpan.end + distance});
    verticalScrollBar()->setValue(m_pressedScroll - int(moved.y()));
}

void TrackView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_pressed && !m_isDragging && !m_isPicking && event->button() == Qt::LeftButton;
    m_pressed.reset();
    if (!isClick)
        return;
    const Place place = placeAt(event->position());
    if (place.lane && place.lane->isGroup && event->position().x() < left())
        return toggleFold(place.lane->track);
    select(place.hit ? std::optional(place.hit->thing) : std::nullopt);
    if (place.hit)
        m_trace.setNow(TrackWords(*tracks()).span(place.hit->thing).begin);
}

void TrackView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position());
    if (!place.hit)
        return;
    if (place.hit->count > 1)
        return m_viewport.zoomBy(8, instantAt(event->position().x()));
    select(place.hit->thing);
    fitSelection();
}

void TrackView::keyPressEvent(QKeyEvent *event)
{
    const bool isShifted = event->modifiers() == Qt::ShiftModifier;
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (!tracks() || !isPlain || !(timeKey(event->key(), isShifted) || stepKey(event->key())))
        QAbstractScrollArea::keyPressEvent(event);
}

bool TrackView::timeKey(int key, bool isShifted)
{
    if (const auto gesture = keyGesture(key)) {
        const TimeSpan visible = m_viewport.visible();
        const bool isOver = viewport()->underMouse() && m_pointer >= left();
        if (gesture->kind == TimeGesture::Kind::Pan)
            panByShare(m_viewport, gesture->amount);
        else if (isOver)
            m_viewport.zoomBy(gesture->amount, instantAt(m_pointer));
        else if (m_trace.now() && visible.contains(*m_trace.now()))
            m_viewport.zoomBy(gesture->amount, *m_trace.now());
        else
            m_viewport.zoomBy(gesture->amount, visible.begin + visible.length() / 2);
        return true;
    }
    switch (key) {
    case Qt::Key_F: isShifted ? fitSelection() : fit(); return true;
    case Qt::Key_Escape: select(std::nullopt); return true;
    default: return false;
    }
}

bool TrackView::stepKey(int key)
{
    switch (key) {
    case Qt::Key_Left: step(SliceStep::Previous); return true;
    case Qt::Key_Right: step(SliceStep::Next); return true;
    case Qt::Key_Home: step(SliceStep::First); return true;
    case Qt::Key_End: step(SliceStep::Last); return true;
    case Qt::Key_Up: step(SliceStep::Up); return true;
    case Qt::Key_Down: step(SliceStep::Down); return true;
    default: return false;
    }
}

} // namespace loopscope
