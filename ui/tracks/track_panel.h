// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace loopscope {

class PanelHeader;
class ShownTrace;
class Theme;
class TrackDetails;
class TrackView;

/// Another program's trace: its lanes, a search for slices by name, and what is selected.
class TrackPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both are borrowed.
    TrackPanel(const Theme &theme, ShownTrace &trace, QWidget *parent = nullptr);

    /// Puts a strip above the lanes; takes it.
    void setOverview(QWidget *overview);
    [[nodiscard]] TrackView &view() { return *m_view; }
    /// Selects the next slice whose name has this in it.
    void findNext(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTrace();
    void restyle();
    void retranslate();
    void describe();
    void showSelection();

    const Theme &m_theme;
    ShownTrace &m_trace;
    PanelHeader *m_header;
    QVBoxLayout *m_lanes;
    TrackView *m_view;
    TrackDetails *m_details;
    QLineEdit *m_search;
    QLabel *m_found;
};

} // namespace loopscope
