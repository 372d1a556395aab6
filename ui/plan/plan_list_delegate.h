// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace loopscope {

class Theme;

/// Draws a plan's title with how many runs it has; detailed, what it teaches in a second line.
class PlanListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PlanListDelegate(const Theme &theme, QObject *parent);

    void setDetailed(bool detailed) { m_detailed = detailed; }
    [[nodiscard]] bool isDetailed() const { return m_detailed; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QRectF &box, const QModelIndex &index) const;
    void paintPlan(QPainter &painter, const QRectF &box, const QModelIndex &index) const;

    const Theme &m_theme;
    bool m_detailed = false;
};

} // namespace loopscope
