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

OverviewStrip::OverviewStrip(std::unique_ptr<OverviewContent> content, Viewport &viewport, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent), m_content(std::move(content)), m_viewport(viewport), m_theme(theme),
      m_indent(int(theme.metrics().laneHeader))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of the session"));
    const auto repaint = qOverload<>(&QWidget::update);
    connect(m_content.get(), &OverviewContent::replaced, this, [this] {
        m_shapesRevision = ~quint64(0); // another store may have the same length
        update();
    });
    connect(m_content.get(), &OverviewContent::changed, this, repaint);
    connect(&viewport, &Viewport::changed, this, repaint);
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
    return {m_content->session(), left, std::max(1.0, width() - left - sideRoom)};
}

void OverviewStrip::updateShapes()
{
    const OverviewMap now = map();
    if (now == m_shapesMap && m_shapesRevision == m_content->revision())
        return;
    m_shapesMap = now;
    m_shapesRevision = m_content->revision();
    m_shapes = m_content->shapes(now, 6, height() - 12);
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
    if (m_content->framed())
        text(x + 5, costText(map().session.length()), TextRole::Small, Role::Ink3);
    const QFontMetricsF metrics(m_theme.font(TextRole::Tiny));
    for (const OverviewContent::Part &part : m_content->parts()) {
        const double right = map().x(part.span.end) - 5;
        const double room = right - map().x(part.span.begin);
        const double width = metrics.horizontalAdvance(part.name);
        if (width + 8 > room)
            continue;
        painter.fillRect(
            QRectF(right - width - 3, middle - metrics.height() / 2, width + 6, metrics.height()),
            m_theme.colour(Role::Canvas));
        text(right - width, part.name, TextRole::Tiny, Role::Ink2);
    }
}

QRectF OverviewStrip::frame() const
{
    const auto framed = m_content->framed();
    if (!framed)
        return {};
    const OverviewMap where = map();
    const TimeSpan visible = m_viewport.visible();
    // What lies beyond it would lie in another part's time: the frame ends at its own.
    const auto within = [&](TracePoint at) {
        return std::clamp(framed->begin + (at - TracePoint{}), framed->begin, framed->end);
    };
    const double left = where.x(within(visible.begin)) - frameWidth;
    const double right = where.x(within(visible.end)) + frameWidth;
    return {left, 4, std::max(3 * frameWidth, right - left), height() - 8.0};
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
    if (const auto now = m_content->now()) {
        const double x = map().x(*now);
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
    m_content->goTo(map().at(x));
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
    const auto framed = m_content->framed();
    if (!framed)
        return;
    const TracePoint at = map().at(event->position().x());
    m_viewport.zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), TracePoint{} + (at - framed->begin));
    event->accept();
}

} // namespace loopscope
