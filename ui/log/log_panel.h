// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/log_filter.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace loopscope {

class EmptyNote;
class LogDelegate;
class LogModel;
class LogView;
class PanelHeader;
class Playhead;
class Recording;
class Selection;
class Theme;

/// The event log: every event of the run at the playhead as a line of text, in step with the timeline.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    LogPanel(const Theme &theme, const Recording &recording, Selection &selection, Playhead &playhead,
             QWidget *parent = nullptr);

    /// The view, for shortcuts that hold only while it has the focus.
    [[nodiscard]] QWidget *view() const;
    void setTaskFilter(TaskId task);
    void setKindFilter(std::optional<EventKind> kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    void makeTable();
    void retranslate();
    void restyle();
    void setFilter(const LogFilter &filter);
    void followPlayhead();
    void noteChange();
    void activate(const QModelIndex &index);
    void fillTaskMenu();
    void fillKindMenu();
    void showContextMenu(const QPoint &at);

    const Theme &m_theme;
    const Recording &m_recording;
    Selection &m_selection;
    Playhead &m_playhead;
    LogModel *m_model;
    LogDelegate *m_delegate;
    PanelHeader *m_header;
    LogView *m_table;
    EmptyNote *m_empty;
    QToolButton *m_tasks;
    QToolButton *m_kinds;
    QToolButton *m_follow;
};

} // namespace loopscope
