// SPDX-License-Identifier: MIT
#include "ui/inspector/share_bar.h"

#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QPainter>

namespace loopscope {

namespace {

constexpr TaskState shownStates[] = {TaskState::Running, TaskState::Ready, TaskState::Suspended};

Role colourOf(TaskState state)
{
    switch (state) {
    case TaskState::Running: return Role::Running;
    case TaskState::Ready: return Role::Ready;
    case TaskState::Created: return Role::Created;
    case TaskState::Suspended: break;
    }
    return Role::Suspended;
}

QString nameOf(TaskState state)
{
    switch (state) {
    case TaskState::Running: return ShareBar::tr("running");
    case TaskState::Ready: return ShareBar::tr("ready");
    case TaskState::Created: return ShareBar::tr("created");
    case TaskState::Suspended: break;
    }
    return ShareBar::tr("suspended");
}

} // namespace

ShareBar::ShareBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void ShareBar::setTimes(const StateTimes &times)
{
    m_times = times;
    update();
}

QSize ShareBar::sizeHint() const
{
    const Metrics &metrics = m_theme.metrics();
    return {qRound(metrics.rightColumn / 2), qRound(metrics.costBar + metrics.gap + 3 * metrics.listRow)};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Metrics &metrics = m_theme.metrics();
    paintBar(painter, QRectF(0, 0, width(), metrics.costBar));
    QRectF line(0, metrics.costBar + metrics.gap, width(), metrics.listRow);
    for (const TaskState state : shownStates) {
        paintLine(painter, line, state);
        line.translate(0, metrics.listRow);
    }
}

void ShareBar::paintBar(QPainter &painter, const QRectF &box) const
{
    if (m_times.total().count() <= 0)
        return;
    painter.fillRect(box, m_theme.colour(Role::Suspended));
    painter.setPen(m_theme.colour(Role::SuspEdge));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    // From the left, in order of weight on the loop; what there is of a state is never thinner than it can be
    // seen.
    double x = 0;
    for (const TaskState state : {TaskState::Created, TaskState::Ready, TaskState::Running}) {
        if (m_times.of(state).count() <= 0)
            continue;
        const double width = std::max(m_theme.metrics().runningLeast, box.width() * share(state));
        const bool low = state != TaskState::Running;
        painter.fillRect(
            QRectF(x, low ? box.center().y() : box.top(), width, low ? box.height() / 2 : box.height()),
            m_theme.colour(colourOf(state)));
        x += width;
    }
    const QString text = tr("suspended %1").arg(durationText(m_times.of(TaskState::Suspended)));
    const QRectF room = box.adjusted(x, 0, 0, 0);
    painter.setFont(m_theme.font(TextRole::Slice));
    painter.setPen(m_theme.colour(Role::OnSuspended));
    if (painter.fontMetrics().horizontalAdvance(text) < room.width())
        painter.drawText(room, Qt::AlignCenter, text);
}

void ShareBar::paintLine(QPainter &painter, const QRectF &box, TaskState state) const
{
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(Role::Ink2));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, nameOf(state));
    painter.setFont(m_theme.font(TextRole::Code));
    painter.setPen(m_theme.colour(Role::Ink));
    const double shareWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("100.00 %")) + 12;
    painter.drawText(box.adjusted(0, 0, -shareWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                     durationText(m_times.of(state)));
    painter.setPen(m_theme.colour(Role::Ink2));
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, shareText(share(state)));
}

double ShareBar::share(TaskState state) const
{
    const Nanos total = m_times.total();
    return total.count() > 0 ? double(m_times.of(state).count()) / double(total.count()) : 0;
}

} // namespace loopscope
