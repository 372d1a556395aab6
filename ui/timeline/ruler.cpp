// SPDX-License-Identifier: MIT
#include "ui/timeline/ruler.h"

#include "ui/style/time_text.h"
#include "ui/timeline/ticks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

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

void Ruler::mousePressEvent(QMouseEvent *event)
{
    pick(*event);
}
void Ruler::mouseMoveEvent(QMouseEvent *event)
{
    pick(*event);
}

void Ruler::pick(const QMouseEvent &event)
{
    if (event.buttons() & Qt::LeftButton)
        Q_EMIT instantPicked(
            m_content.axis().at(std::clamp(event.position().x() - indent(), 0.0, double(width()))));
}

} // namespace loopscope
