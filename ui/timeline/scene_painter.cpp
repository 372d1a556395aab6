// SPDX-License-Identifier: MIT
#include "ui/timeline/scene_painter.h"

#include "ui/shared/slices.h"
#include "ui/timeline/bar_painter.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/mark_painter.h"
#include "ui/timeline/ticks.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

constexpr double ringGap = 2;
constexpr double ringWidth = 2;
/// More arrows than these fade, and short ones are left out.
constexpr size_t crowded = 200;
constexpr double shortLink = 6;

} // namespace

ScenePainter::ScenePainter(QPainter &painter, TimelineContent &content, const SceneFocus &focus, QSizeF size)
    : m_painter(painter), m_content(content), m_ink(content.ink(painter.device()->devicePixelRatioF())),
      m_focus(focus), m_size(size)
{
}

double ScenePainter::yOf(const Row &row) const
{
    return row.top - m_content.scroll();
}

template<class Paint>
void ScenePainter::forVisibleRows(Paint paint)
{
    const std::vector<Row> &rows = m_content.layout().rows;
    for (size_t i = m_content.layout().firstBelow(m_content.scroll()); i < rows.size(); ++i) {
        if (yOf(rows[i]) >= m_size.height())
            return;
        paint(i, rows[i]);
    }
}

void ScenePainter::paintGround()
{
    const TimelineState &state = m_content.state();
    m_painter.fillRect(QRectF({}, m_size), m_ink.colour(Role::Canvas));
    forVisibleRows([&](size_t, const Row &row) {
        const QRectF box(0, yOf(row), m_size.width(), row.height);
        if (row.kind == RowKind::Run) {
            const bool isNow = row.run == state.playhead.moment().run;
            m_painter.fillRect(box, m_ink.colour(isNow ? Role::AccentTint : Role::Panel));
        } else if (row.kind == RowKind::Task && row.task == state.selection.current().task) {
            m_painter.fillRect(box, m_ink.colour(Role::Hover));
        }
        if (row.kind == RowKind::Run || row.kind == RowKind::Network || row.kind == RowKind::Pool)
            m_painter.fillRect(QRectF(0, box.top(), box.width(), m_ink.hairline()),
                               m_ink.colour(Role::Border));
    });
}

void ScenePainter::paintGrid()
{
    const QColor colour = m_ink.colour(Role::Grid);
    std::vector<double> lines;
    for (const Tick &tick : ticksFor(m_content.axis(), m_ink.metrics().tickLabel).ticks)
        if (tick.rank == TickRank::Major)
            lines.push_back(tick.x);
    forVisibleRows([&](size_t, const Row &row) {
        if (row.kind == RowKind::Run)
            return;
        for (double x : lines)
            m_painter.fillRect(m_ink.snapped({x, yOf(row) + 1, m_ink.hairline(), row.height - 1}), colour);
    });
}

void ScenePainter::paintRows()
{
    // The hatch moves with panning and scrolling, and lies alike in all lanes.
    const double originX =
        std::fmod(m_content.axis().x({}), 56); // 56: both tiles, 7 and 8 wide, repeat in it
    const EventId now = m_content.state().playhead.moment().event;
    forVisibleRows([&](size_t index, const Row &row) {
        const RowGeometry &geometry = m_content.geometry().row(index);
        m_painter.save();
        m_painter.translate(0, yOf(row));
        m_painter.setBrushOrigin(QPointF(std::round(originX), -row.top));
        BarPainter(m_painter, m_ink, m_size.width()).paint(geometry);
        MarkPainter(m_painter, m_ink, m_size.width(), now).paint(geometry);
        m_painter.restore();
        if (row.kind == RowKind::Network || row.kind == RowKind::Pool)
            paintSection(row);
    });
}

void ScenePainter::paintSection(const Row &row)
{
    const RunInfo *run = m_content.state().recording.store().run(row.run);
    const double middle = yOf(row) + row.height / 2;
    const QString text = row.kind == RowKind::Network ? requestsSummary(*run) : jobsSummary(*run);
    const double x = m_ink.drawText(m_painter, text, TextRole::Small, m_ink.colour(Role::Ink2),
                                    2 * m_ink.metrics().gap, middle);
    if (row.kind == RowKind::Network)
        paintPhaseLegend(m_painter, m_ink, {x + 24, yOf(row), m_size.width() - x - 24, row.height});
}

std::optional<LinkLine> ScenePainter::lineOf(const Link &link) const
{
    const Row *from = rowOf(m_content.layout(), link.run, link.from);
    const Row *to = rowOf(m_content.layout(), link.run, link.to);
    const RunInfo *run = m_content.state().recording.store().run(link.run);
    if (!from || !to || !run)
        return std::nullopt;
    const TimeAxis axis = m_content.axis().of(run->begin);
    const double half = m_ink.metrics().slice / 2;
    const auto middle = [&](const Row &row) { return yOf(row) + row.height / 2; };
    const double direction = to->top < from->top ? -1 : 1;
    const double fromHalf = link.from.row == RowKind::Loop ? m_ink.metrics().loopBar / 2 : half;
    return LinkLine{link.kind,
                    {std::clamp(axis.x(link.from.at), -1e4, 1e4) + 1, middle(*from) + direction * fromHalf},
                    {std::clamp(axis.x(link.to.at), -1e4, 1e4) + 1, middle(*to) - direction * half}};
}

void ScenePainter::paintLink(const Link &link, LinkWeight weight)
{
    const auto line = lineOf(link);
    if (!line || std::max(line->from.y(), line->to.y()) < 0 ||
        std::min(line->from.y(), line->to.y()) > m_size.height())
        return;
    const QPointF way = line->to - line->from;
    if (weight != LinkWeight::Faint || std::hypot(way.x(), way.y()) >= shortLink)
        loopscope::paintLink(m_painter, m_ink, *line, weight);
}

void ScenePainter::paintLinks()
{
    for (const Link &link : m_focus.crowd)
        paintLink(link, m_focus.crowd.size() > crowded ? LinkWeight::Faint : LinkWeight::Usual);
    for (const Link &link : m_focus.path)
        paintLink(link, LinkWeight::Path);
}

void ScenePainter::paintHover()
{
    if (!m_focus.hovered || !m_focus.hovered->bar)
        return;
    const QRectF rect = m_ink.snapped(m_focus.hovered->bar->rect.translated(0, yOf(m_focus.hovered->row)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_ink.colour(Role::Ink2), 1));
    m_painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5));
}

std::optional<QRectF> ScenePainter::selectedRect()
{
    const Selected &selected = m_content.state().selection.current();
    const Store &store = m_content.state().recording.store();
    EventId wanted = selected.event;
    if (!selected.request) {
        const auto slice = sliceAt(store, selected.task, selected.event);
        if (!slice)
            return std::nullopt;
        wanted = slice->span().event;
    }
    std::optional<QRectF> out;
    forVisibleRows([&](size_t index, const Row &row) {
        if (row.kind != (selected.request ? RowKind::Request : RowKind::Task) ||
            (!selected.request && row.task != selected.task))
            return;
        for (const Bar &bar : m_content.geometry().row(index).bars)
            if (bar.event == wanted)
                out = out.value_or(QRectF()).united(bar.rect.translated(0, yOf(row)));
    });
    return out;
}

void ScenePainter::paintSelection()
{
    const auto rect = selectedRect();
    if (!rect)
        return;
    const auto ring = [&](double distance, double width, Role colour) {
        m_painter.setPen(QPen(m_ink.colour(colour), width));
        m_painter.drawRoundedRect(rect->adjusted(-distance, -distance, distance, distance), 3, 3);
    };
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    ring(ringGap, 2 * ringWidth, Role::Canvas);
    ring(ringGap + ringWidth / 2, ringWidth, Role::Ink);
    m_painter.restore();
}

void ScenePainter::paintBookmarks()
{
    const QColor colour = m_ink.colour(Role::Ink2);
    for (const BookmarkFlag &flag : m_content.flags()) {
        double top = m_size.height(), bottom = 0;
        forVisibleRows([&](size_t, const Row &row) {
            if (row.run != flag.run || row.kind == RowKind::Run)
                return;
            top = std::min(top, yOf(row));
            bottom = std::max(bottom, yOf(row) + row.height);
        });
        if (top < bottom)
            m_painter.fillRect(m_ink.snapped({flag.pole, top, m_ink.hairline(), bottom - top}), colour);
    }
}

void ScenePainter::paintPlayhead()
{
    const Moment &moment = m_content.state().playhead.moment();
    if (!moment.run || m_content.layout().rows.empty())
        return;
    const double bottom = std::min(m_size.height(), m_content.layout().height - m_content.scroll());
    const double width = 1.5 * m_ink.hairline();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillRect(QRectF(m_content.axis().x(moment.at) - width / 2, 0, width, bottom),
                       m_ink.colour(Role::Accent));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace loopscope
