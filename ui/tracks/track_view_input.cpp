// SPDX-License-Identifier: MIT
// Mouse and keys of the view: the same as the timeline's.
#include "ui/tracks/track_text.h"
#include "ui/tracks/track_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace loopscope {

namespace {

constexpr double keyZoom = 1.4;
constexpr double keyPan = 0.2;
/// One notch of a wheel is 120.
constexpr double wheelZoom = 1.0015;
constexpr double wheelPan = 0.001;

Nanos part(Nanos whole, double share)
{
    return Nanos(std::llround(double(whole.count()) * share));
}

} // namespace

bool TrackView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt(help->pos());
    QString text;
    if (place.hit)
        text = TrackWords(*m_store).tip(*place.hit);
    else if (place.lane && help->pos().x() < left())
        text = TrackWords(*m_store).track(place.lane->track);
    QToolTip::showText(
        help->globalPos(),
        text.isEmpty() ? text : text.toHtmlEscaped().replace(QLatin1String("\n"), QLatin1String("<br>")),
        viewport());
    return true;
}

void TrackView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        m_viewport.zoomBy(std::pow(wheelZoom, angle.y()), instantAt(event->position().x()));
    } else if (event->modifiers() & Qt::ShiftModifier || angle.x() != 0) {
        const int distance = angle.x() != 0 ? angle.x() : angle.y();
        m_viewport.panBy(part(m_viewport.visible().length(), -distance * wheelPan));
    } else {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - angle.y() / 2);
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
}

void TrackView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().x();
    if (!m_pressed)
        return;
    const QPointF moved = event->position() - *m_pressed;
    if (!m_isDragging && moved.manhattanLength() < m_theme.metrics().dragThreshold)
        return;
    m_isDragging = true;
    const Nanos distance = TimeAxis{m_pressedSpan, axis().width}.length(-moved.x());
    m_viewport.show({m_pressedSpan.begin + distance, m_pressedSpan.end + distance});
    verticalScrollBar()->setValue(m_pressedScroll - int(moved.y()));
}

void TrackView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_pressed && !m_isDragging && event->button() == Qt::LeftButton;
    m_pressed.reset();
    if (!isClick)
        return;
    const Place place = placeAt(event->position());
    if (place.lane && place.lane->isGroup && event->position().x() < left())
        toggleFold(place.lane->track);
    else
        select(place.hit ? std::optional(place.hit->thing) : std::nullopt);
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
    if (!m_store || !isPlain || !(zoomKey(event->key(), isShifted) || stepKey(event->key())))
        QAbstractScrollArea::keyPressEvent(event);
}

bool TrackView::zoomKey(int key, bool isShifted)
{
    const TimeSpan visible = m_viewport.visible();
    const bool isOver = viewport()->underMouse() && m_pointer >= left();
    const TracePoint fixed = isOver ? instantAt(m_pointer) : visible.begin + visible.length() / 2;
    switch (key) {
    case Qt::Key_W:
    case Qt::Key_Plus: m_viewport.zoomBy(keyZoom, fixed); return true;
    case Qt::Key_S:
    case Qt::Key_Minus: m_viewport.zoomBy(1 / keyZoom, fixed); return true;
    case Qt::Key_A: m_viewport.panBy(part(visible.length(), -keyPan)); return true;
    case Qt::Key_D: m_viewport.panBy(part(visible.length(), keyPan)); return true;
    case Qt::Key_F: isShifted ? fitSelection() : fit(); return true;
    case Qt::Key_Escape: select(std::nullopt); return true;
    default: return false;
    }
}

/// From slice to slice: its neighbours in time, the one it lies in, the first that lies in it.
bool TrackView::stepKey(int key)
{
    if (!m_selected || !m_selected->slice)
        return false;
    const SliceRef at = *m_selected->slice;
    std::optional<SliceRef> next;
    switch (key) {
    case Qt::Key_Left: next = m_store->previous(at); break;
    case Qt::Key_Right: next = m_store->next(at); break;
    case Qt::Key_Up: next = m_store->parentOf(at); break;
    case Qt::Key_Down:
        next = m_store->next(at);
        if (next && (next->row <= at.row || m_store->slice(*next).begin > m_store->spanOf(at).end))
            next.reset();
        break;
    default: return false;
    }
    if (next)
        goTo({.track = next->track, .slice = next});
    return true;
}

} // namespace loopscope
