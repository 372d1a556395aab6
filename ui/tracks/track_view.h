// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/viewport.h"
#include "ui/timeline/timeline_ink.h"
#include "ui/tracks/track_hit.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <memory>

namespace loopscope {

/// The lanes of another program's trace, with their names on the left and a ruler on top. Times count from
/// the trace's beginning.
///
/// The owner of which part of the trace is on show and of what is selected. Keys and mouse are those of the
/// timeline.
class TrackView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TrackView(const Theme &theme, QWidget *parent = nullptr);
    ~TrackView() override;

    /// Borrowed until the next call; null shows nothing.
    void setTracks(const TrackStore *tracks);
    [[nodiscard]] const TrackStore *tracks() const { return m_store; }
    [[nodiscard]] Viewport &span() { return m_viewport; }
    [[nodiscard]] const TrackLanes &lanes() const { return m_lanes; }
    [[nodiscard]] const std::optional<TrackThing> &selected() const { return m_selected; }

    void select(const std::optional<TrackThing> &thing);
    /// Selects it, and brings it into view.
    void goTo(const TrackThing &thing);
    void fit();
    void fitSelection();

Q_SIGNALS:
    void selectionChanged();

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
    void layOut();
    void restyle();
    void paintRuler(QPainter &painter, TimelineInk &ink);
    void paintLanes(QPainter &painter, TimelineInk &ink);
    void paintSelection(QPainter &painter, TimelineInk &ink);
    void paintArrows(class TrackPainter &painter);
    [[nodiscard]] bool zoomKey(int key, bool isShifted);
    [[nodiscard]] bool stepKey(int key);
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
    const TrackStore *m_store = nullptr;
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
};

} // namespace loopscope
