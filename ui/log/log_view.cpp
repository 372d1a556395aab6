// SPDX-License-Identifier: MIT
#include "ui/log/log_view.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace loopscope {

LogView::LogView(QWidget *parent) : QAbstractItemView(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
}

void LogView::setRowHeight(int pixels)
{
    m_rowHeight = std::max(1, pixels);
    updateGeometries();
    viewport()->update();
}

void LogView::setColumnWidths(const QList<int> &widths)
{
    m_widths = widths;
    viewport()->update();
}

QRect LogView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const qint64 top = (qint64(index.row()) - verticalScrollBar()->value()) * m_rowHeight;
    if (top < -m_rowHeight || top > viewport()->height())
        return {};
    int left = 0;
    for (int column = 0; column < index.column(); ++column)
        left += m_widths.value(column);
    const bool isLast = index.column() + 1 == model()->columnCount(rootIndex());
    const int width = isLast ? viewport()->width() - left : m_widths.value(index.column());
    return {left, int(top), std::max(0, width), m_rowHeight};
}

void LogView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int first = verticalScrollBar()->value();
    if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(index.row() - fitting() / 2);
    else if (hint == PositionAtTop || index.row() < first)
        verticalScrollBar()->setValue(index.row());
    else if (hint == PositionAtBottom || index.row() >= first + fitting())
        verticalScrollBar()->setValue(index.row() - fitting() + 1);
}

QModelIndex LogView::indexAt(const QPoint &point) const
{
    const int row = verticalScrollBar()->value() + point.y() / m_rowHeight;
    if (point.y() < 0 || row >= rowCount())
        return {};
    int column = 0, right = m_widths.value(0);
    while (point.x() >= right && column + 1 < model()->columnCount(rootIndex()))
        right += m_widths.value(++column);
    return model()->index(row, column, rootIndex());
}

void LogView::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const int first = verticalScrollBar()->value();
    const int from = first + event->rect().top() / m_rowHeight;
    const int to = std::min(rowCount() - 1, first + event->rect().bottom() / m_rowHeight);
    for (int row = from; row <= to; ++row)
        paintRow(painter, row);
}

void LogView::paintRow(QPainter &painter, int row)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state.setFlag(QStyle::State_Selected,
                         selectionModel()->isSelected(model()->index(row, 0, rootIndex())));
    option.rect = {0, (row - verticalScrollBar()->value()) * m_rowHeight, viewport()->width(), m_rowHeight};
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
    for (int column = 0; column < model()->columnCount(rootIndex()); ++column) {
        const QModelIndex index = model()->index(row, column, rootIndex());
        option.rect = visualRect(index);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void LogView::updateGeometries()
{
    verticalScrollBar()->setPageStep(fitting());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - fitting()));
    QAbstractItemView::updateGeometries();
}

void LogView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    updateGeometries();
    if (first <= verticalScrollBar()->value() + fitting())
        viewport()->update();
}

QModelIndex LogView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rowCount() == 0)
        return {};
    const QModelIndex now = currentIndex();
    qint64 row = now.isValid() ? now.row() : 0;
    switch (action) {
    case MoveUp:
    case MovePrevious: --row; break;
    case MoveDown:
    case MoveNext: row += now.isValid() ? 1 : 0; break;
    case MovePageUp: row -= fitting(); break;
    case MovePageDown: row += fitting(); break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = rowCount() - 1; break;
    default: break;
    }
    return model()->index(int(std::clamp<qint64>(row, 0, rowCount() - 1)), 0, rootIndex());
}

/// One row is selected at a time, the one that the rectangle ends in.
void LogView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (const QModelIndex index = indexAt(rect.bottomRight()); index.isValid())
        selectionModel()->select(index, command | QItemSelectionModel::Rows);
}

QRegion LogView::visualRegionForSelection(const QItemSelection &selection) const
{
    return selection.isEmpty() ? QRegion() : QRegion(viewport()->rect());
}

int LogView::fitting() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

} // namespace loopscope
