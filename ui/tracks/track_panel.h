// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace loopscope {

class PanelHeader;
class Theme;
class TrackDetails;
class TrackView;

/// Another program's trace: its lanes, a search for slices by name, and what is selected.
class TrackPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrackPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Borrowed until the next call; null shows nothing.
    void setTracks(const TrackStore *tracks);
    [[nodiscard]] TrackView &view() { return *m_view; }
    /// Selects the next slice whose name has this in it.
    void findNext(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    void retranslate();
    void describe();
    void showSelection();

    const Theme &m_theme;
    PanelHeader *m_header;
    TrackView *m_view;
    TrackDetails *m_details;
    QLineEdit *m_search;
    QLabel *m_found;
};

} // namespace loopscope
