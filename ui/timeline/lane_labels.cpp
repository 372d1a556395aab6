// SPDX-License-Identifier: MIT
#include "ui/timeline/lane_labels.h"

#include "ui/timeline/slice_text.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace loopscope {

LaneLabels::LaneLabels(TimelineContent &content, QWidget *parent) : QWidget(parent), m_content(content)
{
    setAccessibleName(tr("Lanes"));
}

void LaneLabels::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    TimelineInk &ink = m_content.ink(devicePixelRatioF());
    painter.fillRect(rect(), ink.colour(Role::Canvas));
    const std::vector<Row> &rows = m_content.layout().rows;
    for (size_t i = m_content.layout().firstBelow(m_content.scroll()); i < rows.size(); ++i) {
        if (rows[i].top - m_content.scroll() >= height())
            break;
        paintRow(painter, ink, rows[i]);
    }
    painter.fillRect(QRectF(width() - ink.hairline(), 0, ink.hairline(), height()), ink.colour(Role::Border));
}

void LaneLabels::paintRow(QPainter &painter, TimelineInk &ink, const Row &row)
{
    const RunInfo *run = m_content.state().recording.store().run(row.run);
    if (!run)
        return;
    const QRectF box(0, row.top - m_content.scroll(), width(), row.height);
    switch (row.kind) {
    case RowKind::Run: return paintRun(painter, ink, box, *run);
    case RowKind::Loop: return paintNamed(painter, ink, box, Glyph::Loop, tr("loop"));
    case RowKind::Task: return paintTask(painter, ink, box, row.task);
    case RowKind::Request: return paintRequest(painter, ink, box, run->requests.at(row.index));
    case RowKind::Jobs: return paintNamed(painter, ink, box, Glyph::Worker, tr("jobs"));
    case RowKind::Output: {
        const double line = ink.metrics().outputLine + ink.metrics().outputPadding;
        return paintNamed(painter, ink, {0, box.top(), box.width(), line}, Glyph::Print, tr("output"));
    }
    case RowKind::Network:
    case RowKind::Pool: break;
    }
    painter.fillRect(QRectF(0, box.top(), box.width(), ink.hairline()), ink.colour(Role::Border));
    const QString name = row.kind == RowKind::Network ? tr("Network") : tr("Thread pool");
    ink.drawText(painter, name, TextRole::SmallStrong, ink.colour(Role::Ink), ink.metrics().laneHeaderIndent,
                 box.center().y());
}

void LaneLabels::paintRun(QPainter &painter, TimelineInk &ink, const QRectF &box, const RunInfo &run)
{
    const Metrics &m = ink.metrics();
    const bool isNow = run.id == m_content.state().playhead.moment().run;
    painter.fillRect(box, ink.colour(isNow ? Role::AccentTint : Role::Panel));
    painter.fillRect(QRectF(0, box.top(), box.width(), ink.hairline()), ink.colour(Role::Border));
    if (isNow)
        painter.fillRect(QRectF(0, box.top(), 3, box.height()), ink.colour(Role::Accent));
    const Glyph chevron = m_content.isFolded(run.id) ? Glyph::ChevronRight : Glyph::ChevronDown;
    const double side = m.icon - 2;
    paintGlyph(painter, chevron, {8, box.center().y() - side / 2, side, side}, ink.colour(Role::Ink3),
               ink.colour(Role::Panel));
    const double room = box.width() - m.laneHeaderIndent - m.gap;
    ink.drawText(painter, ink.fitted(run.name, TextRole::RunName, room), TextRole::RunName,
                 ink.colour(Role::Ink), m.laneHeaderIndent, box.top() + box.height() * 0.34);
    const QString clock = run.realClock ? tr("real clock") : tr("virtual clock");
    ink.drawText(painter, ink.fitted(clock, TextRole::Tiny, room), TextRole::Tiny, ink.colour(Role::Ink2),
                 m.laneHeaderIndent, box.top() + box.height() * 0.74);
}

void LaneLabels::paintTask(QPainter &painter, TimelineInk &ink, const QRectF &box, TaskId id)
{
    const TaskInfo *task = m_content.state().recording.store().task(id);
    if (!task)
        return;
    const Metrics &m = ink.metrics();
    if (id == m_content.state().selection.current().task)
        painter.fillRect(box, ink.colour(Role::Hover));
    const QString number = taskNumberText(*task);
    const double numberWidth = ink.textWidth(number, TextRole::Tiny);
    const double room = box.width() - m.laneHeaderIndent - numberWidth - 2 * m.gap - 10;
    const QFontMetricsF metrics(m_content.state().theme.font(TextRole::LaneName));
    ink.drawText(painter, metrics.elidedText(laneName(*task), Qt::ElideMiddle, room), TextRole::LaneName,
                 ink.colour(Role::Ink), m.laneHeaderIndent, box.center().y());
    ink.drawText(painter, number, TextRole::Tiny, ink.colour(Role::Ink3), box.width() - 10 - numberWidth,
                 box.center().y());
}

void LaneLabels::paintRequest(QPainter &painter, TimelineInk &ink, const QRectF &box,
                              const RequestInfo &request)
{
    const Metrics &m = ink.metrics();
    const bool isBad = !request.error.isEmpty() || request.status >= 400;
    const QString status = request.status ? QString::number(request.status) : isBad ? tr("error") : QString();
    const double statusWidth = ink.textWidth(status, TextRole::CodeStrong);
    const double room = box.width() - m.laneHeaderIndent - statusWidth - m.gap - 10;
    const QFontMetricsF metrics(m_content.state().theme.font(TextRole::Code));
    const QString name = request.method + u' ' + shortUrl(request.url);
    ink.drawText(painter, metrics.elidedText(name, Qt::ElideMiddle, room), TextRole::Code,
                 ink.colour(Role::Ink), m.laneHeaderIndent, box.center().y());
    ink.drawText(painter, status, TextRole::CodeStrong, ink.colour(isBad ? Role::Failed : Role::Done),
                 box.width() - 10 - statusWidth, box.center().y());
}

void LaneLabels::paintNamed(QPainter &painter, TimelineInk &ink, const QRectF &box, Glyph glyph,
                            const QString &name)
{
    const double side = ink.metrics().icon - 3;
    paintGlyph(painter, glyph, {8, box.center().y() - side / 2, side, side}, ink.colour(Role::Ink3),
               ink.colour(Role::Canvas));
    ink.drawText(painter, name, TextRole::Small, ink.colour(Role::Ink2), ink.metrics().laneHeaderIndent,
                 box.center().y());
}

void LaneLabels::mousePressEvent(QMouseEvent *event)
{
    const Row *row = m_content.layout().rowAt(event->position().y() + m_content.scroll());
    if (!row || event->button() != Qt::LeftButton)
        return;
    if (row->kind == RowKind::Run)
        Q_EMIT foldToggled(row->run);
    else if (row->kind == RowKind::Task)
        Q_EMIT taskPicked(row->task);
}

bool LaneLabels::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Row *row = m_content.layout().rowAt(help->pos().y() + m_content.scroll());
    QToolTip::showText(help->globalPos(), row ? tooltip(*row) : QString(), this);
    return true;
}

QString LaneLabels::tooltip(const Row &row) const
{
    const Store &store = m_content.state().recording.store();
    if (row.kind == RowKind::Request)
        if (const RunInfo *run = store.run(row.run))
            return run->requests.at(row.index).url;
    const TaskInfo *task = row.kind == RowKind::Task ? store.task(row.task) : nullptr;
    return task ? tr("%1, coroutine %2").arg(task->name, task->coro) : QString();
}

} // namespace loopscope
