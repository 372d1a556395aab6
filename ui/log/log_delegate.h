// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace loopscope {

class Theme;

/// Draws a line of the log: numbers and names monospaced, failures in red, and the line of now in the colour
/// of now, with a bar at its left.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LogDelegate(const Theme &theme, QObject *parent);

    /// -1 for none. The view must be updated by who changes it.
    void setCurrentRow(int row) { m_currentRow = row; }
    [[nodiscard]] int currentRow() const { return m_currentRow; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    int m_currentRow = -1;
};

} // namespace loopscope
