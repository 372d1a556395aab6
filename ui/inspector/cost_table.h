// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/run_costs.h"

#include <QWidget>

namespace loopscope {

class Theme;

/// The runs of a recording under each other: name, cost, and how far behind the fastest.
class CostTable : public QWidget
{
    Q_OBJECT

public:
    explicit CostTable(const Theme &theme, QWidget *parent = nullptr);

    void setCosts(const QList<RunCost> &costs);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRectF &box, const RunCost &cost) const;

    const Theme &m_theme;
    QList<RunCost> m_costs;
};

} // namespace loopscope
