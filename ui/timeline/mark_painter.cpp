// SPDX-License-Identifier: MIT
#include "ui/timeline/mark_painter.h"

#include <QPainter>

#include <algorithm>

namespace loopscope {

namespace {

constexpr double beside = 9; ///< between a bar and the text next to it

} // namespace

void MarkPainter::paint(const RowGeometry &row)
{
    double textFrom = 0; // right of a cost that found no room in its bar
    for (const Mark &mark : row.marks) {
        switch (mark.kind) {
        case MarkKind::Done: paintEnd(mark, Glyph::Check, Role::Done); break;
        case MarkKind::Failed: paintEnd(mark, Glyph::Failed, Role::Failed); break;
        case MarkKind::Cancelled: paintEnd(mark, Glyph::Cancelled, Role::CancHatch); break;
        case MarkKind::Lag: paintLag(mark); break;
        case MarkKind::Print: paintPrint(mark); break;
        case MarkKind::Cost: textFrom = paintCost(mark, row); break;
        case MarkKind::Note:
            paintBeside(mark, std::max(mark.x, textFrom), Role::Ink2, TextRole::SmallStrong);
            break;
        case MarkKind::Good:
            paintBeside(mark, std::max(mark.x, textFrom), Role::Done, TextRole::SmallStrong);
            break;
        case MarkKind::Bad:
            paintBeside(mark, std::max(mark.x, textFrom), Role::Failed, TextRole::SmallStrong);
            break;
        }
    }
}

void MarkPainter::paintEnd(const Mark &mark, Glyph glyph, Role colour)
{
    const double side = m_ink.metrics().icon;
    paintGlyph(m_painter, glyph, {mark.x + 2, mark.y - side / 2, side, side}, m_ink.colour(colour),
               m_ink.colour(Role::OnFailed));
    if (mark.text.isEmpty())
        return;
    const Role text = glyph == Glyph::Failed ? Role::Failed : Role::Ink2;
    const double x = mark.x + side + 6;
    const QString shown = m_ink.fitted(mark.text, TextRole::Slice, m_width - x);
    if (!shown.isEmpty())
        m_ink.drawText(m_painter, shown, TextRole::Slice, m_ink.colour(text), x, mark.y);
    else if (const QString left = m_ink.fitted(mark.text, TextRole::Slice, mark.left - 8); !left.isEmpty())
        m_ink.drawText(m_painter, left, TextRole::Slice, m_ink.colour(text),
                       mark.left - 6 - m_ink.textWidth(left, TextRole::Slice), mark.y);
}

void MarkPainter::paintLag(const Mark &mark)
{
    const double side = m_ink.metrics().icon - 4;
    const double width = m_ink.textWidth(mark.text, TextRole::SliceStrong);
    const bool onRight = mark.x + side + 8 + width <= m_width;
    const double x = onRight ? mark.x + 4 : mark.left - side - width - 10;
    const QColor colour = m_ink.colour(Role::Lag);
    paintGlyph(m_painter, Glyph::LagMark, {x, mark.y - side / 2, side, side}, colour, colour);
    m_ink.drawText(m_painter, mark.text, TextRole::SliceStrong, colour, x + side + 2, mark.y);
}

void MarkPainter::paintPrint(const Mark &mark)
{
    const bool isNow = m_now && mark.event == m_now;
    const double side = m_ink.metrics().icon - 3;
    const QColor text = m_ink.colour(isNow ? Role::Accent : Role::Ink);
    const QColor sign = m_ink.colour(isNow ? Role::Accent : Role::Ink3);
    if (mark.x >= -side && mark.room > side + 2)
        paintGlyph(m_painter, Glyph::Print, {mark.x + 2, mark.y - side / 2, side, side}, sign, sign);
    else if (mark.x >= 0)
        m_painter.fillRect(m_ink.snapped({mark.x, mark.y - side / 2, m_ink.hairline(), side}), sign);
    const double x = mark.x + side + 5;
    const double room = mark.x + mark.room - x - 6;
    const QString shown = m_ink.fitted(mark.text, TextRole::Code, room);
    if (!shown.isEmpty()) {
        m_ink.drawText(m_painter, shown, TextRole::Code, text, x, mark.y);
    } else if (mark.x + mark.room >= m_width - 1) { // the last one of its line, at the right edge
        const QString left = m_ink.fitted(mark.text, TextRole::Code, mark.x / 2);
        m_ink.drawText(m_painter, left, TextRole::Code, text,
                       mark.x - 4 - m_ink.textWidth(left, TextRole::Code), mark.y);
    }
}

double MarkPainter::paintCost(const Mark &mark, const RowGeometry &row)
{
    const bool isOutlined = row.bars.back().kind == BarKind::CostExcess;
    const double width = m_ink.textWidth(mark.text, TextRole::RunName);
    const double right = std::min(mark.x, m_width) - 8;
    double taken = std::max(mark.left, 0.0) + 8; // by the bar's own text
    if (const QString &own = row.bars.back().text; !own.isEmpty())
        taken += m_ink.textWidth(own, isOutlined ? TextRole::Slice : TextRole::Code) + 8;
    if (right - width >= std::min(taken, std::max(mark.left, 0.0) + 90)) {
        const Role ground = isOutlined ? Role::Canvas : Role::Cost;
        const double height = m_ink.metrics().costBar - 2 * m_ink.hairline();
        m_painter.fillRect(QRectF(right - width - 6, mark.y - height / 2, width + 6, height),
                           m_ink.colour(ground));
        m_ink.drawText(m_painter, mark.text, TextRole::RunName,
                       m_ink.colour(isOutlined ? Role::Ink : Role::OnCost), right - width, mark.y);
        return mark.x;
    }
    return m_ink.drawText(m_painter, mark.text, TextRole::RunName, m_ink.colour(Role::Ink), mark.x + beside,
                          mark.y);
}

void MarkPainter::paintBeside(const Mark &mark, double x, Role colour, TextRole font)
{
    const QString shown = m_ink.fitted(mark.text, font, m_width - x - beside);
    m_ink.drawText(m_painter, shown, font, m_ink.colour(colour), x + beside, mark.y);
}

} // namespace loopscope
