// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/shown_trace.h"
#include "ui/shared/viewport.h"
#include "ui/timeline/timeline_ink.h"
#include "ui/tracks/slice_steps.h"
#include "ui/tracks/track_hit.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <memory>

namespace loopscope {

/// The lanes of another program's trace, with their names on the left and a ruler on top. Times count from
/// the trace's beginning.
///
/// The owner of which part of the trace is on show and of what is selected. Keys, wheel and mouse are those
/// of the timeline; a press on the ruler asks for the present instant.
class TrackView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both are borrowed.
    TrackView(const Theme &theme, ShownTrace &trace, QWidget *parent = nullptr);
    ~TrackView() override;

    [[nodiscard]] const TrackStore *tracks() const { return m_trace.tracks(); }
    [[nodiscard]] Viewport &span() { return m_viewport; }
    [[nodiscard]] const TrackLanes &lanes() const { return m_lanes; }
    [[nodiscard]] const std::optional<TrackThing> &selected() const { return m_selected; }

    void select(const std::optional<TrackThing> &thing);
    /// Selects it, brings it into view, and makes its begin the present instant.
    void goTo(const TrackThing &thing);
    /// From the selected slice to another one, or to the first one in view.
    void step(SliceStep step);
    void fit() { m_viewport.fit(); }
    void fitSelection();
    /// Where the lanes begin, from the left: what is aligned with them begins there, too.
    [[nodiscard]] int indent() const { return int(left()); }

Q_SIGNALS:
    void selectionChanged();
    void indentChanged(int indent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Place
    {
        const TrackLane *lane = nullptr;
        std::optional<TrackHit> hit;
    };
    void showTrace();
    void layOut();
    void restyle();
    void paintNow(QPainter &painter, TimelineInk &ink);
    void paintRuler(QPainter &painter, TimelineInk &ink);
    void paintLanes(QPainter &painter, TimelineInk &ink);
    void paintSelection(QPainter &painter, TimelineInk &ink);
    void paintArrows(class TrackPainter &painter);
    [[nodiscard]] bool timeKey(int key, bool isShifted);
    [[nodiscard]] bool stepKey(int key);
    void drag(QPointF moved);
    void toggleFold(TrackId track);
    void reveal(TimeSpan span, TrackId track);
    [[nodiscard]] TimelineInk &ink();
    [[nodiscard]] double left() const;
    [[nodiscard]] double top() const;
    [[nodiscard]] TimeAxis axis() const;      ///< since the trace began
    [[nodiscard]] TimeAxis traceAxis() const; ///< in the trace's own time
    [[nodiscard]] Place placeAt(QPointF at);
    [[nodiscard]] const TrackGeometry &geometry(const TrackLane &lane);
    [[nodiscard]] std::optional<QRectF> rectOf(SliceRef slice) const;
    [[nodiscard]] TracePoint instantAt(double x) const { return axis().at(x - left()); }

    const Theme &m_theme;
    ShownTrace &m_trace;
    Viewport m_viewport;
    TrackLanes m_lanes;
    std::set<TrackId> m_folded;
    QHash<TrackId, TrackGeometry> m_geometry; ///< of lanes that were in sight since m_madeFor
    TimeAxis m_madeFor;
    std::unique_ptr<TimelineInk> m_ink;
    std::optional<TrackThing> m_selected;
    std::optional<QPointF> m_pressed;
    TimeSpan m_pressedSpan;
    int m_pressedScroll = 0;
    double m_pointer = 0;
    bool m_isDragging = false;
    bool m_isPicking = false; ///< an instant on the ruler
};

} // namespace loopscope
