// SPDX-License-Identifier: MIT
#include "ui/timeline/scale_painter.h"

#include "ui/style/time_text.h"

#include <QPainter>

#include <algorithm>

namespace loopscope {

namespace {

constexpr double flagTop = 2;
constexpr double flagPad = 5;

} // namespace

ScalePainter::ScalePainter(TimelineInk &ink, const TimeAxis &axis, double indent, const QSizeF &size,
                           std::optional<TracePoint> now)
    : m_ink(ink), m_axis(axis), m_indent(indent), m_size(size), m_now(now),
      m_ticks(ticksFor(axis, ink.metrics().tickLabel)),
      m_flagText(now ? flagText(*now, m_ticks.step) : QString()), m_flag(placedFlag())
{
}

void ScalePainter::paintTicks(QPainter &painter)
{
    painter.fillRect(QRectF({}, m_size), m_ink.colour(Role::Panel));
    const double middle = m_size.height() * 0.36;
    for (const Tick &tick : m_ticks.ticks) {
        const double x = m_indent + tick.x;
        const bool isMajor = tick.rank == TickRank::Major;
        const double length = m_size.height() * (isMajor ? 0.42 : 0.2);
        painter.fillRect(m_ink.snapped({x, m_size.height() - length, m_ink.hairline(), length}),
                         m_ink.colour(isMajor ? Role::BorderStrong : Role::Border));
        const double end = x + 4 + m_ink.textWidth(tick.label, TextRole::Tick);
        const bool isCovered = !m_flag.isEmpty() && x < m_flag.right() + 4 && end > m_flag.left() - 4;
        if (isMajor && !isCovered && end <= m_size.width())
            m_ink.drawText(painter, tick.label, TextRole::Tick, m_ink.colour(Role::Ink2), x + 4, middle);
    }
    painter.fillRect(QRectF(0, m_size.height() - m_ink.hairline(), m_size.width(), m_ink.hairline()),
                     m_ink.colour(Role::Border));
}

void ScalePainter::paintFlag(QPainter &painter)
{
    if (m_flag.isEmpty())
        return;
    const double x = m_indent + m_axis.x(*m_now);
    const double line = 1.5 * m_ink.hairline(), bottom = m_flag.bottom();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ink.colour(Role::Accent));
    painter.drawRoundedRect(m_flag, 3, 3);
    painter.drawPolygon(QPolygonF({{x - 4, bottom - 0.5}, {x + 4, bottom - 0.5}, {x, bottom + 5}}));
    painter.drawRect(QRectF(x - line / 2, bottom, line, m_size.height() - bottom));
    painter.restore();
    m_ink.drawText(painter, m_flagText, TextRole::TickStrong, m_ink.colour(Role::OnAccent),
                   m_flag.left() + flagPad, m_flag.center().y());
}

void ScalePainter::paintCorner(QPainter &painter, const QString &origin)
{
    const double margin = m_ink.metrics().margin;
    painter.fillRect(QRectF(0, 0, m_indent, m_size.height() - m_ink.hairline()), m_ink.colour(Role::Panel));
    const QString text = m_ticks.base ? instantText(*m_ticks.base) : origin;
    m_ink.drawText(painter, m_ink.fitted(text, TextRole::Tiny, m_indent - margin), TextRole::Tiny,
                   m_ink.colour(m_ticks.base ? Role::Ink : Role::Ink3), margin, m_size.height() * 0.6);
}

/// Above its instant, but never out of sight.
QRectF ScalePainter::placedFlag()
{
    const double x = m_indent + (m_now ? m_axis.x(*m_now) : -1);
    if (x < m_indent || x > m_size.width())
        return {};
    const double flagWidth = m_ink.textWidth(m_flagText, TextRole::TickStrong) + 2 * flagPad;
    const double left = std::clamp(x - flagWidth / 2, 0.0, std::max(0.0, m_size.width() - flagWidth));
    return {left, flagTop, flagWidth, m_size.height() - 9.0};
}

} // namespace loopscope
