// SPDX-License-Identifier: MIT
#include "ui/timeline/ruler.h"

#include "ui/style/time_text.h"
#include "ui/timeline/ticks.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace loopscope {

namespace {

constexpr double flagTop = 2;
constexpr double flagPad = 5;

} // namespace

Ruler::Ruler(TimelineContent &content, QWidget *parent) : QWidget(parent), m_content(content)
{
    setAccessibleName(tr("Time ruler"));
    setCursor(Qt::SizeHorCursor);
}

void Ruler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    TimelineInk &ink = m_content.ink(devicePixelRatioF());
    painter.fillRect(rect(), ink.colour(Role::Panel));
    paintTicks(painter, ink);
    painter.fillRect(QRectF(0, height() - ink.hairline(), width(), ink.hairline()), ink.colour(Role::Border));
    paintBookmarks(painter, ink);
    paintFlag(painter, ink);
    paintCorner(painter, ink);
}

void Ruler::paintTicks(QPainter &painter, TimelineInk &ink)
{
    const QRectF flag = flagRect(ink);
    const double middle = height() * 0.36;
    for (const Tick &tick : ticksFor(m_content.axis(), ink.metrics().tickLabel).ticks) {
        const double x = indent() + tick.x;
        const bool isMajor = tick.rank == TickRank::Major;
        const double length = height() * (isMajor ? 0.42 : 0.2);
        painter.fillRect(ink.snapped({x, height() - length, ink.hairline(), length}),
                         ink.colour(isMajor ? Role::BorderStrong : Role::Border));
        const double end = x + 4 + ink.textWidth(tick.label, TextRole::Tick);
        const bool isCovered = !flag.isEmpty() && x < flag.right() + 4 && end > flag.left() - 4;
        if (isMajor && !isCovered && end <= width())
            ink.drawText(painter, tick.label, TextRole::Tick, ink.colour(Role::Ink2), x + 4, middle);
    }
}

void Ruler::paintCorner(QPainter &painter, TimelineInk &ink)
{
    const QRectF corner(0, 0, indent(), height() - ink.hairline());
    painter.fillRect(corner, ink.colour(Role::Panel));
    const auto base = ticksFor(m_content.axis(), ink.metrics().tickLabel).base;
    const QString text = base ? instantText(*base) : tr("since run start");
    ink.drawText(painter, ink.fitted(text, TextRole::Tiny, indent() - ink.metrics().margin), TextRole::Tiny,
                 ink.colour(base ? Role::Ink : Role::Ink3), ink.metrics().margin, height() * 0.6);
}

QString Ruler::flagText() const
{
    const Nanos step = ticksFor(m_content.axis(), m_content.state().theme.metrics().tickLabel).step;
    return loopscope::flagText(m_content.state().playhead.moment().at, step);
}

QRectF Ruler::flagRect(TimelineInk &ink) const
{
    const Moment &moment = m_content.state().playhead.moment();
    const double x = indent() + m_content.axis().x(moment.at);
    if (!moment.run || x < indent() || x > width())
        return {};
    const double flagWidth = ink.textWidth(flagText(), TextRole::TickStrong) + 2 * flagPad;
    const double left = std::clamp(x - flagWidth / 2, 0.0, std::max(0.0, width() - flagWidth));
    return {left, flagTop, flagWidth, height() - 9.0};
}

void Ruler::paintFlag(QPainter &painter, TimelineInk &ink)
{
    const QRectF flag = flagRect(ink);
    if (flag.isEmpty())
        return;
    const double x = indent() + m_content.axis().x(m_content.state().playhead.moment().at);
    const double line = 1.5 * ink.hairline();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.colour(Role::Accent));
    painter.drawRoundedRect(flag, 3, 3);
    painter.drawPolygon(
        QPolygonF({{x - 4, flag.bottom() - 0.5}, {x + 4, flag.bottom() - 0.5}, {x, flag.bottom() + 5}}));
    painter.drawRect(QRectF(x - line / 2, flag.bottom(), line, height() - flag.bottom()));
    ink.drawText(painter, flagText(), TextRole::TickStrong, ink.colour(Role::OnAccent), flag.left() + flagPad,
                 flag.center().y());
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
