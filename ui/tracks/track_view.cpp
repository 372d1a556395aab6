// SPDX-License-Identifier: MIT
#include "ui/tracks/track_view.h"

#include "ui/tracks/track_painter.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace loopscope {

TrackView::TrackView(const Theme &theme, ShownTrace &trace, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_trace(trace)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Tracks"));
    connect(&m_viewport, &Viewport::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&trace, &ShownTrace::replaced, this, &TrackView::showTrace);
    connect(&trace, &ShownTrace::nowChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &TrackView::restyle);
}

TrackView::~TrackView() = default;

void TrackView::showTrace()
{
    m_folded.clear();
    m_selected.reset();
    m_viewport.setContent(m_trace.span());
    m_viewport.fit();
    layOut();
    verticalScrollBar()->setValue(0);
    Q_EMIT selectionChanged();
}

void TrackView::select(const std::optional<TrackThing> &thing)
{
    if (thing == m_selected)
        return;
    m_selected = thing;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void TrackView::goTo(const TrackThing &thing)
{
    for (TrackId at = tracks()->info(thing.track).parent; at; at = tracks()->info(at).parent)
        if (m_folded.erase(at) > 0)
            layOut();
    select(thing);
    const TimeSpan span = TrackWords(*tracks()).span(thing);
    m_trace.setNow(span.begin);
    reveal(span, thing.track);
}

void TrackView::step(SliceStep step)
{
    if (!tracks())
        return;
    const TracePoint now = m_trace.now().value_or(m_viewport.visible().begin);
    const auto next = sliceAfter(*tracks(), m_lanes, m_selected ? m_selected->slice : std::nullopt,
                                 now + (tracks()->span().begin - TracePoint{}), step);
    if (next)
        goTo({.track = next->track, .slice = next});
}

void TrackView::reveal(TimeSpan span, TrackId track)
{
    const TimeSpan visible = m_viewport.visible();
    if (span.length() > Nanos(0) && axis().pixels(span.length()) < m_theme.metrics().hitSlack)
        m_viewport.show(
            {span.begin - span.length() * 6, span.end + span.length() * 6}); // too narrow to be seen
    else if (!visible.contains(span.begin))
        m_viewport.panBy(span.begin - (visible.begin + visible.length() / 2));
    const TrackLane *lane = m_lanes.laneOf(track);
    if (!lane)
        return;
    const double row = m_selected && m_selected->slice ? lane->rowTop(m_selected->slice->row) : lane->top;
    const double scroll = verticalScrollBar()->value(), room = viewport()->height() - top();
    if (row < scroll)
        verticalScrollBar()->setValue(int(row));
    else if (row + lane->row > scroll + room)
        verticalScrollBar()->setValue(int(std::ceil(row + 2 * lane->row - room)));
}

void TrackView::fitSelection()
{
    if (!m_selected)
        return fit();
    const TimeSpan span = TrackWords(*tracks()).span(*m_selected);
    const Nanos room = std::max(Viewport::least, span.length()) / 5;
    m_viewport.show({span.begin - room, span.end + room});
}

void TrackView::toggleFold(TrackId track)
{
    if (m_folded.erase(track) == 0)
        m_folded.insert(track);
    layOut();
}

/// The lanes changed, or the room for them.
void TrackView::layOut()
{
    m_geometry.clear();
    m_lanes = tracks() ? layOutTracks(*tracks(), m_theme.metrics(), m_folded) : TrackLanes();
    const int room = std::max(0, viewport()->height() - int(top()));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(int(m_theme.metrics().taskLane));
    verticalScrollBar()->setRange(0, std::max(0, int(std::min(m_lanes.height, 1e9)) - room));
    viewport()->update();
}

void TrackView::restyle()
{
    m_ink.reset();
    layOut();
    Q_EMIT indentChanged(indent());
}

void TrackView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TrackView::scrollContentsBy(int, int)
{
    viewport()->update();
}

TimelineInk &TrackView::ink()
{
    if (!m_ink)
        m_ink = std::make_unique<TimelineInk>(m_theme, viewport()->devicePixelRatioF());
    return *m_ink;
}

double TrackView::left() const
{
    return m_theme.metrics().laneHeaderMost;
}

double TrackView::top() const
{
    return m_theme.metrics().ruler;
}

TimeAxis TrackView::axis() const
{
    return {m_viewport.visible(), std::max(1.0, viewport()->width() - left())};
}

TimeAxis TrackView::traceAxis() const
{
    return axis().of(tracks()->span().begin);
}

const TrackGeometry &TrackView::geometry(const TrackLane &lane)
{
    const TimeAxis axis = traceAxis();
    if (axis != m_madeFor)
        m_geometry.clear();
    m_madeFor = axis;
    auto found = m_geometry.find(lane.track);
    if (found == m_geometry.end())
        found = m_geometry.insert(lane.track, trackGeometry(*tracks(), lane, axis, m_theme.metrics()));
    return *found;
}

TrackView::Place TrackView::placeAt(QPointF at)
{
    Place place;
    if (!tracks() || at.y() < top())
        return place;
    const double y = at.y() - top() + verticalScrollBar()->value();
    place.lane = m_lanes.laneAt(y);
    if (place.lane && at.x() >= left())
        place.hit = hitAt(*place.lane, geometry(*place.lane), {at.x() - left(), y - place.lane->top},
                          m_theme.metrics().hitSlack);
    return place;
}

/// Where a slice is painted; empty when its lane is folded away.
std::optional<QRectF> TrackView::rectOf(SliceRef slice) const
{
    const TrackLane *lane = m_lanes.laneOf(slice.track);
    if (!lane)
        return std::nullopt;
    const TimeAxis axis = traceAxis();
    const TimeSpan span = tracks()->spanOf(slice);
    const double from = std::clamp(axis.x(span.begin), -8.0, axis.width + 8);
    const double to = std::clamp(axis.x(span.end), -8.0, axis.width + 8);
    return QRectF(left() + from, top() + lane->rowTop(slice.row) - verticalScrollBar()->value() + 1,
                  std::max(1.0, to - from), lane->row - 2);
}

} // namespace loopscope
