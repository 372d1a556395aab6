// SPDX-License-Identifier: MIT
#include "ui/overview/overview_strip.h"

#include "ui/style/time_text.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

constexpr double sideRoom = 8;
constexpr double frameWidth = 2;

} // namespace

OverviewStrip::OverviewStrip(const Recording &recording, Viewport &viewport, Playhead &playhead,
                             const Theme &theme, QWidget *parent)
    : QWidget(parent), m_recording(recording), m_viewport(viewport), m_playhead(playhead), m_theme(theme),
      m_indent(int(theme.metrics().laneHeader))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of the session"));
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&recording, &Recording::replaced, this, [this] {
        m_shapesRevision = ~quint64(0); // another store may have the same length
        update();
    });
    connect(&recording, &Recording::grew, this, repaint);
    connect(&recording, &Recording::liveNowChanged, this, repaint);
    connect(&viewport, &Viewport::changed, this, repaint);
    connect(&playhead, &Playhead::changed, this, repaint);
    connect(&theme, &Theme::changed, this, &OverviewStrip::restyle);
}

void OverviewStrip::restyle()
{
    m_shapesRevision = ~quint64(0);
    updateGeometry();
    update();
}

QSize OverviewStrip::sizeHint() const
{
    return {400, int(m_theme.metrics().overview)};
}

void OverviewStrip::setIndent(int indent)
{
    if (indent == m_indent)
        return;
    m_indent = indent;
    update();
}

OverviewMap OverviewStrip::map() const
{
    const double left = m_indent + sideRoom;
    TimeSpan session;
    for (const RunInfo &run : m_recording.store().runs())
        session.end = std::max(session.end, m_recording.endOf(run));
    if (!m_recording.store().runs().empty())
        session.begin = m_recording.store().runs().front().begin;
    return {session, left, std::max(1.0, width() - left - sideRoom)};
}

void OverviewStrip::updateShapes()
{
    const OverviewMap now = map();
    if (now == m_shapesMap && m_shapesRevision == m_recording.store().revision())
        return;
    m_shapesMap = now;
    m_shapesRevision = m_recording.store().revision();
    m_shapes = overviewShapes(m_recording.store(), now, 6, height() - 12, now.session.end);
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Panel));
    updateShapes();
    for (const OverviewShape &shape : m_shapes) {
        if (shape.kind == OverviewKind::Run) {
            painter.setPen(m_theme.colour(Role::Border));
            painter.setBrush(m_theme.colour(Role::Canvas));
            painter.drawRect(shape.rect.adjusted(0.5, 0.5, -0.5, -0.5));
        } else {
            const bool isRunning = shape.kind == OverviewKind::Running;
            painter.fillRect(shape.rect, m_theme.colour(isRunning ? Role::Running : Role::SuspHatch));
        }
    }
    paintTitle(painter);
    paintFrame(painter);
}

void OverviewStrip::paintTitle(QPainter &painter)
{
    const double middle = height() / 2.0;
    const auto text = [&](double x, const QString &words, TextRole font, Role colour) {
        painter.setFont(m_theme.font(font));
        painter.setPen(m_theme.colour(colour));
        const QFontMetricsF metrics(painter.font());
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), words);
        return x + metrics.horizontalAdvance(words);
    };
    const double x = text(m_theme.metrics().margin, tr("Session"), TextRole::SmallStrong, Role::Ink2);
    if (!m_recording.store().runs().empty())
        text(x + 5, costText(map().session.length()), TextRole::Small, Role::Ink3);
    const QFontMetricsF metrics(m_theme.font(TextRole::Tiny));
    for (const RunInfo &run : m_recording.store().runs()) {
        const double right = map().x(m_recording.endOf(run)) - 5;
        const double room = right - map().x(run.begin);
        const double width = metrics.horizontalAdvance(run.name);
        if (width + 8 > room)
            continue;
        painter.fillRect(
            QRectF(right - width - 3, middle - metrics.height() / 2, width + 6, metrics.height()),
            m_theme.colour(Role::Canvas));
        text(right - width, run.name, TextRole::Tiny, Role::Ink2);
    }
}

const RunInfo *OverviewStrip::framedRun() const
{
    const Store &store = m_recording.store();
    if (const RunInfo *run = store.run(m_playhead.moment().run))
        return run;
    return store.runs().empty() ? nullptr : &store.runs().front();
}

QRectF OverviewStrip::frame() const
{
    const RunInfo *run = framedRun();
    if (!run)
        return {};
    const OverviewMap where = map();
    const TimeSpan visible = m_viewport.visible();
    const TracePoint end = m_recording.endOf(*run);
    // What lies beyond the run would lie in another run's time: the frame ends at its own run.
    const TracePoint from = std::clamp(run->begin + (visible.begin - TracePoint{}), run->begin, end);
    const TracePoint to = std::clamp(run->begin + (visible.end - TracePoint{}), from, end);
    const double left = where.x(from) - frameWidth;
    return {left, 4, std::max(3 * frameWidth, where.x(to) + frameWidth - left), height() - 8.0};
}

void OverviewStrip::paintFrame(QPainter &painter)
{
    const QRectF around = frame();
    if (around.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(m_theme.colour(Role::Accent), frameWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(around.adjusted(1, 1, -1, -1));
    const Moment &moment = m_playhead.moment();
    if (const RunInfo *run = m_recording.store().run(moment.run)) {
        const double x = map().x(run->begin + (moment.at - TracePoint{}));
        painter.setPen(QPen(m_theme.colour(Role::Accent), 1.5));
        painter.drawLine(QPointF(x, around.top()), QPointF(x, around.bottom()));
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const OverviewGrip grip = gripAt(frame(), x);
    if (grip != OverviewGrip::None) {
        m_drag = Drag{grip, x, m_viewport.visible()};
        return;
    }
    const TracePoint at = map().at(x);
    for (const RunInfo &run : m_recording.store().runs())
        if (TimeSpan{run.begin, m_recording.endOf(run)}.contains(at))
            m_playhead.goToTime(m_recording.store(), run.id, TracePoint{} + (at - run.begin));
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_drag)
        return dragTo(x);
    const OverviewGrip grip = gripAt(frame(), x);
    const bool isEdge = grip == OverviewGrip::Left || grip == OverviewGrip::Right;
    setCursor(isEdge                        ? Qt::SizeHorCursor
              : grip == OverviewGrip::Frame ? Qt::OpenHandCursor
                                            : Qt::ArrowCursor);
}

void OverviewStrip::dragTo(double x)
{
    const Nanos way = map().length(x - m_drag->from);
    TimeSpan visible = m_drag->visible;
    if (m_drag->grip != OverviewGrip::Right)
        visible.begin += way;
    if (m_drag->grip != OverviewGrip::Left)
        visible.end += way;
    if (visible.length() >= Viewport::least)
        m_viewport.show(visible);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_drag.reset();
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *)
{
    m_viewport.fit();
}

void OverviewStrip::wheelEvent(QWheelEvent *event)
{
    const RunInfo *run = framedRun();
    if (!run)
        return;
    const TracePoint at = map().at(event->position().x());
    m_viewport.zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), TracePoint{} + (at - run->begin));
    event->accept();
}

} // namespace loopscope
