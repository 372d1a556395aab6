// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemView>

namespace loopscope {

/// Rows of equal height and columns of given widths, of a model that may have a hundred million rows and gets
/// more of them sixty times a second: nothing is kept of a row, and nothing is counted through. (A QTableView
/// keeps twelve bytes of each and adds up all their heights whenever one comes.) Scrolls by whole rows.
class LogView : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void setRowHeight(int pixels);
    /// The last column takes what room is left, whatever its width here.
    void setColumnWidths(const QList<int> &widths);

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override { return 0; }
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    void paintRow(QPainter &painter, int row);
    [[nodiscard]] int rowCount() const { return model() ? model()->rowCount(rootIndex()) : 0; }
    /// So many rows fit in whole; at least one.
    [[nodiscard]] int fitting() const;

    int m_rowHeight = 20;
    QList<int> m_widths;
};

} // namespace loopscope
