// SPDX-License-Identifier: MIT
#include "ui/inspector/phase_chart.h"

#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QPainter>

namespace loopscope {

namespace {

Role colourOf(FetchPhase phase)
{
    switch (phase) {
    case FetchPhase::Queued: return Role::Created;
    case FetchPhase::Connect: return Role::NetConnect;
    case FetchPhase::Tls: return Role::NetTls;
    case FetchPhase::Server: return Role::NetHatch;
    case FetchPhase::Receive: break;
    }
    return Role::NetRecv;
}

} // namespace

PhaseChart::PhaseChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void PhaseChart::setPhases(const QList<FetchPhaseSpan> &phases)
{
    if (phases == m_phases)
        return;
    const bool resized = phases.size() != m_phases.size();
    m_phases = phases;
    if (resized)
        updateGeometry();
    update();
}

QSize PhaseChart::sizeHint() const
{
    return {qRound(m_theme.metrics().rightColumn / 2), qRound(rowHeight() * double(m_phases.size()))};
}

void PhaseChart::paintEvent(QPaintEvent *)
{
    if (m_phases.isEmpty())
        return;
    QPainter painter(this);
    const Metrics &metrics = m_theme.metrics();
    const Nanos total = m_phases.last().begin + m_phases.last().length;
    const double left = metrics.rightColumn * 0.46;
    const double perNano = (width() - left) / double(std::max<qint64>(1, total.count()));
    QRectF row(0, 0, width(), rowHeight());
    for (const FetchPhaseSpan &phase : m_phases) {
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(m_theme.colour(Role::Ink2));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, phaseText(phase.phase));
        painter.setFont(m_theme.font(TextRole::Code));
        painter.setPen(m_theme.colour(Role::Ink));
        painter.drawText(QRectF(0, row.top(), left - metrics.margin, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, durationText(phase.length));
        const double wide = std::max(1.0, double(phase.length.count()) * perNano);
        const double high = phase.phase == FetchPhase::Queued ? metrics.created : metrics.inset;
        painter.fillRect(
            QRectF(left + double(phase.begin.count()) * perNano, row.center().y() - high / 2, wide, high),
            m_theme.colour(colourOf(phase.phase)));
        row.translate(0, rowHeight());
    }
}

double PhaseChart::rowHeight() const
{
    return m_theme.metrics().listRow + m_theme.metrics().gap / 2;
}

} // namespace loopscope
