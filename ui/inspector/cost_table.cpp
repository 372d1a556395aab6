// SPDX-License-Identifier: MIT
#include "ui/inspector/cost_table.h"

#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QPainter>

namespace loopscope {

CostTable::CostTable(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void CostTable::setCosts(const QList<RunCost> &costs)
{
    const bool resized = costs.size() != m_costs.size();
    m_costs = costs;
    if (resized)
        updateGeometry();
    update();
}

QSize CostTable::sizeHint() const
{
    return {qRound(m_theme.metrics().rightColumn / 2),
            qRound(m_theme.metrics().listRow * double(m_costs.size()))};
}

void CostTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRectF row(0, 0, width(), m_theme.metrics().listRow);
    for (const RunCost &cost : m_costs) {
        paintRow(painter, row, cost);
        row.translate(0, row.height());
    }
}

void CostTable::paintRow(QPainter &painter, const QRectF &box, const RunCost &cost) const
{
    const double third = box.width() / 3;
    painter.setFont(m_theme.font(TextRole::CodeStrong));
    painter.setPen(m_theme.colour(Role::Ink));
    const QString name = painter.fontMetrics().elidedText(cost.name, Qt::ElideMiddle, int(third) + 10);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(m_theme.font(TextRole::Code));
    const QString length = cost.cost ? costText(*cost.cost) : tr("under way");
    painter.drawText(box.adjusted(0, 0, -third, 0), Qt::AlignRight | Qt::AlignVCenter, length);
    if (!cost.behind)
        return;
    const bool fastest = cost.behind->count() == 0;
    painter.setPen(m_theme.colour(fastest ? Role::Done : Role::Ink2));
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter,
                     fastest ? tr("fastest") : differenceText(*cost.behind));
}

} // namespace loopscope
