// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/hit_test.h"
#include "ui/timeline/navigator.h"
#include "ui/timeline/timeline_content.h"

#include <QObject>

class QScrollBar;
class QWheelEvent;
class QWidget;

namespace loopscope {

/// What the mouse does over the lanes: hover, select, drag, zoom. Positions are the lanes' own pixels.
class LanePointer : public QObject
{
    Q_OBJECT

public:
    /// `lanes` is the widget painted on, `scroll` moves it up and down; both are borrowed.
    LanePointer(TimelineContent &content, Navigator &navigator, QWidget &lanes, QScrollBar &scroll);

    [[nodiscard]] const std::optional<Hit> &hovered() const { return m_hovered; }
    /// Forgets what is hovered: it lies elsewhere now.
    void forget() { m_hovered.reset(); }

    void press(QPointF at);
    void move(QPointF at, Qt::MouseButtons buttons);
    void release(QPointF at);
    void doubleClick(QPointF at);
    void leave() { setHovered(std::nullopt); }
    void wheel(const QWheelEvent &event);
    /// The instant under the mouse, wherever it was last seen; empty when it is not over the lanes.
    [[nodiscard]] std::optional<TracePoint> instant() const;

Q_SIGNALS:
    void hoveredChanged();

private:
    enum class Stage { Pressed, Panning };
    struct Drag
    {
        QPointF from;
        TimeSpan visible;
        int scroll = 0;
        Stage stage = Stage::Pressed;
    };

    void drag(QPointF to);
    void select(const Hit &hit);
    void setHovered(std::optional<Hit> hit);

    TimelineContent &m_content;
    Navigator &m_navigator;
    QWidget &m_lanes;
    QScrollBar &m_scroll;
    std::optional<Drag> m_drag;
    std::optional<Hit> m_hovered;
};

} // namespace loopscope
