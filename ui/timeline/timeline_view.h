// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/lane_pointer.h"
#include "ui/timeline/scene_painter.h"

#include <QAbstractScrollArea>

class QToolButton;

namespace loopscope {

class LaneLabels;
class Ruler;

/// Which arrows are shown: those of the selection, all in view, or none.
enum class ArrowMode { Focus, All, Off };

/// The lanes of a recording under a ruler, with their names on the left.
///
/// Everything shown follows the shared state; everything done here is a change to it. Painting replays kept
/// geometry, which is rebuilt only when the recording, the visible span, the width or the theme has changed.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(const TimelineState &state, QWidget *parent = nullptr);
    ~TimelineView() override;

    [[nodiscard]] ArrowMode arrowMode() const { return m_arrowMode; }
    void setArrowMode(ArrowMode mode);

    /// Runs that show their head only, until another recording is shown.
    [[nodiscard]] const std::set<RunId> &folded() const { return m_content.folded(); }
    void setFolded(std::set<RunId> runs)
    {
        m_content.setFolded(std::move(runs));
        refresh();
    }

    /// For toolbars and menus; the keys of the timeline call the same.
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    /// Where bookmarks stand; what is to become of them is asked for there.
    [[nodiscard]] Ruler &ruler() { return *m_ruler; }
    [[nodiscard]] int indent() const { return int(m_content.labelWidth()); }
    /// Rows whose geometry was made so far, to see that pointing rebuilds none.
    [[nodiscard]] quint64 rowsBuilt() { return m_content.geometry().built(); }

Q_SIGNALS:
    void arrowModeChanged();
    /// The lanes begin so many pixels from the left: what is aligned with them follows.
    void indentChanged(int indent);
    /// How long the last frame took to paint.
    void painted(std::chrono::nanoseconds time);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectState();
    void refresh();
    void repaintAll();
    void restyle();
    void layOutFrame();
    void startAfresh();
    void showNewRun();
    void followSelection();
    void updateFollowButton();
    void updateCrowd();
    void paintEmpty(QPainter &painter);
    TimelineState m_state;
    TimelineContent m_content;
    Navigator m_navigator;
    LanePointer m_pointer;
    SceneFocus m_focus;
    ArrowMode m_arrowMode = ArrowMode::Focus;
    size_t m_runsSeen = 0;
    Ruler *m_ruler;
    LaneLabels *m_labels;
    QToolButton *m_followButton;
};

} // namespace loopscope
