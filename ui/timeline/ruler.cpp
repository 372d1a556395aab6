// SPDX-License-Identifier: MIT
#include "ui/timeline/ruler.h"

#include "ui/timeline/scale_painter.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace loopscope {

Ruler::Ruler(TimelineContent &content, QWidget *parent) : QWidget(parent), m_content(content)
{
    setAccessibleName(tr("Time ruler"));
    setCursor(Qt::SizeHorCursor);
}

void Ruler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    TimelineInk &ink = m_content.ink(devicePixelRatioF());
    const Moment &moment = m_content.state().playhead.moment();
    ScalePainter scale(ink, m_content.axis(), indent(), size(),
                       moment.run ? std::optional(moment.at) : std::nullopt);
    scale.paintTicks(painter);
    paintBookmarks(painter, ink);
    scale.paintFlag(painter);
    scale.paintCorner(painter, tr("since run start"));
}

/// A pole, a pennant and the number of the key that jumps there.
void Ruler::paintBookmarks(QPainter &painter, TimelineInk &ink)
{
    const QColor cloth = ink.colour(Role::Ink2);
    for (const BookmarkFlag &flag : m_content.flags()) {
        const QRectF pennant = flag.pennant.translated(indent(), 0);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(
            ink.snapped({pennant.left(), pennant.top(), ink.hairline(), height() - pennant.top()}), cloth);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(cloth);
        const double notch = flag.number.isEmpty() ? pennant.width() * 0.3 : 0;
        painter.drawPolygon(QPolygonF({pennant.topLeft(),
                                       pennant.topRight(),
                                       {pennant.right() - notch, pennant.center().y()},
                                       pennant.bottomRight(),
                                       pennant.bottomLeft()}));
        const double room = (pennant.width() - ink.textWidth(flag.number, TextRole::Tiny)) / 2;
        ink.drawText(painter, flag.number, TextRole::Tiny, ink.colour(Role::Canvas), pennant.left() + room,
                     pennant.center().y());
    }
}

void Ruler::mousePressEvent(QMouseEvent *event)
{
    const auto bookmark = bookmarkAt(event->position());
    m_isOnBookmark = bookmark.has_value();
    if (!bookmark)
        pick(*event);
    else if (event->button() == Qt::LeftButton)
        Q_EMIT bookmarkPicked(*bookmark);
}

void Ruler::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isOnBookmark)
        pick(*event);
}

void Ruler::mouseReleaseEvent(QMouseEvent *)
{
    m_isOnBookmark = false;
}

void Ruler::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto bookmark = bookmarkAt(event->position()))
        Q_EMIT bookmarkRenameRequested(*bookmark);
    else
        pick(*event);
}

void Ruler::contextMenuEvent(QContextMenuEvent *event)
{
    if (const auto bookmark = bookmarkAt(event->pos()))
        Q_EMIT bookmarkMenuRequested(*bookmark, event->globalPos());
}

bool Ruler::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto place = bookmarkAt(help->pos());
    const Bookmark *bookmark = place ? m_content.state().bookmarks.at(*place) : nullptr;
    QToolTip::showText(help->globalPos(), bookmark ? bookmark->text.toHtmlEscaped() : QString(), this);
    return true;
}

std::optional<BookmarkPlace> Ruler::bookmarkAt(QPointF point) const
{
    if (point.x() < indent())
        return {};
    const QList<BookmarkFlag> flags = m_content.flags();
    const BookmarkFlag *flag = flagAt(flags, point - QPointF(indent(), 0));
    return flag ? std::optional(flag->place) : std::nullopt;
}

void Ruler::pick(const QMouseEvent &event)
{
    if (event.buttons() & Qt::LeftButton)
        Q_EMIT instantPicked(
            m_content.axis().at(std::clamp(event.position().x() - indent(), 0.0, double(width()))));
}

} // namespace loopscope
