// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace loopscope {

class EmptyNote;
class JsonFilter;
class JsonTreeModel;
class PanelHeader;
class Recording;
class Selection;
class Theme;

/// The selected event as a JSON tree; of a selected request, the body it fetched.
class JsonPanel : public QWidget
{
    Q_OBJECT

public:
    JsonPanel(const Theme &theme, const Recording &recording, const Selection &selection,
              QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    void makeTree();
    void retranslate();
    void restyle();
    void showSelection();
    bool showBody();
    void showWholeEvent();
    void applyFilter(const QString &text);
    void showPlace();
    void openFirstLevels();
    [[nodiscard]] QModelIndex current() const;
    void copyPath();
    void copyValue();
    void showContextMenu(const QPoint &at);

    const Theme &m_theme;
    const Recording &m_recording;
    const Selection &m_selection;
    JsonTreeModel *m_model;
    JsonFilter *m_filter;
    PanelHeader *m_header;
    QToolButton *m_copyPath;
    QToolButton *m_copyValue;
    QWidget *m_searchRow;
    QLineEdit *m_search;
    QTreeView *m_tree;
    EmptyNote *m_empty;
    QLabel *m_place;
};

} // namespace loopscope
