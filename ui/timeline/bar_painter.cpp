// SPDX-License-Identifier: MIT
#include "ui/timeline/bar_painter.h"

#include <QPainter>

#include <algorithm>

namespace loopscope {

namespace {

constexpr double cornerRadius = 2;
/// Narrower bars have square corners.
constexpr double roundedFrom = 6;

} // namespace

void BarPainter::paint(const RowGeometry &row)
{
    paintColumns(row);
    for (const Bar &bar : row.bars)
        paintBar(bar);
}

void BarPainter::paintBar(const Bar &bar)
{
    switch (bar.kind) {
    case BarKind::LoopIdle: return paintSolid(bar, Role::LoopIdle, Role::Ink3, TextRole::Slice);
    case BarKind::LoopBusy: return paintSolid(bar, Role::LoopBusy, Role::Canvas, TextRole::Slice);
    case BarKind::Lost: return paintHatched(bar, Role::Canvas, Role::Failed, Role::Failed);
    case BarKind::Created: return paintCreated(bar);
    case BarKind::Suspended: return paintHatched(bar, Role::Suspended, Role::SuspEdge, Role::OnSuspended);
    case BarKind::Cancelled: return paintHatched(bar, Role::Cancelled, Role::CancHatch, Role::CancText);
    case BarKind::Ready: return paintReady(bar);
    case BarKind::Running: return paintSolid(bar, Role::Running, Role::OnRunning, TextRole::SliceStrong);
    case BarKind::Failed: return paintSolid(bar, Role::Failed, Role::OnFailed, TextRole::SliceStrong);
    case BarKind::Queued: return paintSolid(bar, Role::Created, Role::Ink, TextRole::Slice);
    case BarKind::Connect: return paintSolid(bar, Role::NetConnect, Role::Ink, TextRole::Slice);
    case BarKind::Tls: return paintSolid(bar, Role::NetTls, Role::Ink, TextRole::Slice);
    case BarKind::Server: return paintHatched(bar, Role::NetWait, Role::NetHatch, Role::Ink);
    case BarKind::Receive: return paintSolid(bar, Role::NetRecv, Role::OnNetRecv, TextRole::SliceStrong);
    case BarKind::Worker: return paintSolid(bar, Role::Worker, Role::OnWorker, TextRole::Slice);
    case BarKind::Cost: return paintSolid(bar, Role::Cost, Role::OnCost, TextRole::Code);
    case BarKind::CostExcess: return paintExcess(bar);
    }
}

QRectF BarPainter::seen(const QRectF &rect) const
{
    const double left = std::max(rect.left(), 0.0);
    return {left, rect.top(), std::min(rect.right(), m_width) - left, rect.height()};
}

void BarPainter::paintCreated(const Bar &bar)
{
    const double middle = bar.rect.center().y();
    const double dash = m_ink.metrics().slice / 6;
    if (bar.rect.width() > 2 * dash) {
        m_painter.setPen(
            QPen(m_ink.colour(Role::Created), m_ink.metrics().created, Qt::CustomDashLine, Qt::FlatCap));
        QPen pen = m_painter.pen();
        pen.setDashPattern({dash / pen.widthF(), dash / pen.widthF()});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(bar.rect.left(), middle), QPointF(bar.rect.right(), middle));
    }
    if (bar.rect.left() < 0 || bar.rect.width() < dash)
        return;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_ink.colour(Role::Created), 1.5));
    m_painter.setBrush(m_ink.colour(Role::Canvas));
    m_painter.drawEllipse(QPointF(bar.rect.left(), middle), dash * 0.8, dash * 0.8);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void BarPainter::paintHatched(const Bar &bar, Role ground, Role edge, Role text)
{
    const QRectF rect = m_ink.snapped(bar.rect);
    const double line = m_ink.hairline();
    m_painter.fillRect(rect, m_ink.colour(edge));
    const QRectF inside = rect.adjusted(line, line, -line, -line);
    if (inside.width() <= 0)
        return;
    if (rect.width() < m_ink.metrics().hatchLeast)
        m_painter.fillRect(inside, m_ink.colour(ground));
    else
        m_painter.fillRect(inside, m_ink.hatch(bar.kind));
    centreText(bar, inside, ground, text);
}

void BarPainter::centreText(const Bar &bar, const QRectF &rect, Role ground, Role text)
{
    const QRectF box = seen(rect);
    const Metrics &m = m_ink.metrics();
    if (box.width() < m.iconLeast)
        return;
    const double icon = bar.glyph ? m.icon - 2 : 0;
    const double gap = bar.glyph ? m.gap : 0;
    const QString shown = m_ink.fitted(bar.text, TextRole::Slice, box.width() - 3 * m.textPad - icon - gap);
    if (shown.isEmpty() && !bar.glyph)
        return;
    const double width = icon + (shown.isEmpty() ? 0 : gap + m_ink.textWidth(shown, TextRole::Slice));
    const double x = box.center().x() - width / 2;
    m_painter.fillRect(m_ink.snapped({x - m.textPad, rect.top(), width + 2 * m.textPad, rect.height()}),
                       m_ink.colour(ground));
    const double middle = rect.center().y();
    if (bar.glyph)
        paintGlyph(m_painter, *bar.glyph, {x, middle - icon / 2, icon, icon}, m_ink.colour(text),
                   m_ink.colour(ground));
    m_ink.drawText(m_painter, shown, TextRole::Slice, m_ink.colour(text), x + icon + gap, middle);
}

void BarPainter::paintSolid(const Bar &bar, Role fill, Role text, TextRole font)
{
    const QRectF rect = m_ink.snapped(bar.rect);
    const bool isSlice = bar.kind == BarKind::Running || bar.kind == BarKind::Failed;
    if (isSlice && rect.width() > roundedFrom) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_ink.colour(fill));
        m_painter.drawRoundedRect(rect, cornerRadius, cornerRadius);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    } else {
        m_painter.fillRect(rect, m_ink.colour(fill));
    }
    const QRectF box = seen(rect);
    const double pad = font == TextRole::Code ? 2 * m_ink.metrics().textPad : m_ink.metrics().textPad + 1;
    const QString shown = m_ink.fitted(bar.text, font, box.width() - 2 * pad);
    m_ink.drawText(m_painter, shown, font, m_ink.colour(text), box.left() + pad, box.center().y());
}

void BarPainter::paintReady(const Bar &bar)
{
    m_painter.fillRect(m_ink.snapped(bar.rect), m_ink.colour(Role::Ready));
    const QRectF box = seen(bar.rect);
    if (m_ink.textWidth(bar.text, TextRole::SliceStrong) <= box.width() - m_ink.metrics().textPad)
        m_ink.drawText(m_painter, bar.text, TextRole::SliceStrong, m_ink.colour(Role::ReadyText),
                       box.left() + 1, box.top() - m_ink.metrics().ready / 2 + 1);
}

void BarPainter::paintExcess(const Bar &bar)
{
    const QRectF rect = m_ink.snapped(bar.rect);
    const double line = m_ink.hairline();
    m_painter.fillRect(rect, m_ink.colour(Role::Ink));
    m_painter.fillRect(rect.adjusted(line, line, -line, -line), m_ink.colour(Role::Canvas));
    const QRectF box = seen(rect);
    const double pad = 2 * m_ink.metrics().textPad;
    const QString shown = m_ink.fitted(bar.text, TextRole::Slice, box.width() - 2 * pad);
    m_ink.drawText(m_painter, shown, TextRole::Slice, m_ink.colour(Role::Ink2), box.left() + pad,
                   box.center().y());
}

void BarPainter::paintColumns(const RowGeometry &row)
{
    const Metrics &m = m_ink.metrics();
    const double top = (m.taskLane - m.slice) / 2;
    for (const DensityColumn &column : row.columns) {
        const double bottom = top + m.slice;
        m_painter.fillRect(m_ink.snapped({column.x, top + (m.slice - m.inset) / 2, column.width, m.inset}),
                           m_ink.colour(Role::Suspended));
        const double running = column.running > 0 ? std::max(1.0, column.running * m.slice) : 0;
        const double ready = column.ready > 0 ? std::max(1.0, column.ready * m.slice) : 0;
        if (ready > 0)
            m_painter.fillRect(m_ink.snapped({column.x, bottom - running - ready, column.width, ready}),
                               m_ink.colour(Role::Ready));
        if (running > 0)
            m_painter.fillRect(m_ink.snapped({column.x, bottom - running, column.width, running}),
                               m_ink.colour(Role::Running));
    }
}

} // namespace loopscope
