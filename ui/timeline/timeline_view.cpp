// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline_view.h"

#include "core/trace/tracer.h"
#include "ui/timeline/lane_labels.h"
#include "ui/timeline/ruler.h"
#include "ui/timeline/tooltip_text.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// So many arrows of a run are drawn at most; more could not be told apart.
constexpr size_t mostCrowd = 4000;

constinit const TraceSite frameSite{"timeline frame", __FILE__, __LINE__};

} // namespace

TimelineView::TimelineView(const TimelineState &state, QWidget *parent)
    : QAbstractScrollArea(parent), m_state(state), m_content(state), m_navigator(state),
      m_pointer(m_content, m_navigator, *viewport(), *verticalScrollBar()),
      m_ruler(new Ruler(m_content, this)), m_labels(new LaneLabels(m_content, this)),
      m_followButton(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Lanes of runs and tasks over time. The event log says the same in words."));
    m_followButton->setText(tr("Follow live (L)"));
    m_followButton->setFocusPolicy(Qt::NoFocus);
    connectState();
    restyle();
    updateFollowButton();
}

TimelineView::~TimelineView() = default;

void TimelineView::connectState()
{
    connect(&m_state.recording, &Recording::replaced, this, &TimelineView::startAfresh);
    connect(&m_state.recording, &Recording::grew, this, &TimelineView::refresh);
    connect(&m_state.recording, &Recording::liveNowChanged, this, &TimelineView::refresh);
    connect(&m_state.viewport, &Viewport::changed, this, &TimelineView::refresh);
    connect(&m_state.selection, &Selection::changed, this, &TimelineView::followSelection);
    connect(&m_state.playhead, &Playhead::changed, this, &TimelineView::repaintAll);
    connect(&m_state.bookmarks, &Bookmarks::changed, this, &TimelineView::repaintAll);
    connect(&m_state.follower, &RecordingFollower::followingChanged, this, &TimelineView::updateFollowButton);
    connect(&m_state.theme, &Theme::changed, this, &TimelineView::restyle);
    connect(&m_pointer, &LanePointer::hoveredChanged, viewport(), qOverload<>(&QWidget::update));
    connect(m_followButton, &QToolButton::clicked, &m_state.follower, &RecordingFollower::follow);
    connect(m_ruler, &Ruler::instantPicked, this, [this](TracePoint at) { m_navigator.goToInstant(at); });
    connect(m_labels, &LaneLabels::taskPicked, this,
            [this](TaskId task) { m_state.selection.select({.task = task}); });
    connect(m_labels, &LaneLabels::foldToggled, this, [this](RunId run) {
        m_content.toggleFold(run);
        refresh();
    });
}

void TimelineView::setArrowMode(ArrowMode mode)
{
    if (mode == m_arrowMode)
        return;
    m_arrowMode = mode;
    followSelection();
    updateCrowd();
    Q_EMIT arrowModeChanged();
}

/// The recording, the span or the size changed: the geometry will be made anew as it is painted.
void TimelineView::refresh()
{
    m_content.update(viewport()->width());
    m_pointer.forget();
    layOutFrame();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(m_state.theme.metrics().taskLane));
    verticalScrollBar()->setRange(
        0, std::max(0, int(std::ceil(m_content.layout().height)) - viewport()->height()));
    m_content.setScroll(verticalScrollBar()->value());
    showNewRun();
    updateCrowd();
    updateFollowButton();
    repaintAll();
}

void TimelineView::repaintAll()
{
    viewport()->update();
    m_ruler->update();
    m_labels->update();
}

void TimelineView::restyle()
{
    m_content.forgetInk();
    refresh();
}

/// Ruler and names take the room they need; the lanes have the rest.
void TimelineView::layOutFrame()
{
    const int left = int(m_content.labelWidth());
    const int top = int(m_state.theme.metrics().ruler);
    if (viewportMargins() == QMargins(left, top, 0, 0))
        return;
    setViewportMargins(left, top, 0, 0); // resizes the viewport, which refreshes again
    Q_EMIT indentChanged(left);
}

void TimelineView::startAfresh()
{
    m_content.forgetRecording();
    m_focus = {};
    m_runsSeen = 0;
    verticalScrollBar()->setValue(0);
    refresh();
}

/// While live, a run that begins below the view is brought into it.
void TimelineView::showNewRun()
{
    const std::vector<RunInfo> &runs = m_state.recording.store().runs();
    const bool isNew = runs.size() > m_runsSeen;
    m_runsSeen = runs.size();
    if (isNew && m_state.recording.isLive() && m_state.follower.isFollowing())
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TimelineView::followSelection()
{
    m_focus.path = m_arrowMode == ArrowMode::Off
                       ? std::vector<Link>()
                       : linksOf(m_state.recording.store(), m_state.selection.current());
    if (const Row *row = m_content.layout().taskRow(m_state.selection.current().task)) {
        const double scroll = verticalScrollBar()->value();
        if (row->top < scroll)
            verticalScrollBar()->setValue(int(row->top));
        else if (row->bottom() > scroll + viewport()->height())
            verticalScrollBar()->setValue(int(std::ceil(row->bottom())) - viewport()->height());
    }
    repaintAll();
}

void TimelineView::updateCrowd()
{
    m_focus.crowd.clear();
    if (m_arrowMode == ArrowMode::All)
        for (const RunInfo &run : m_state.recording.store().runs()) {
            const TimeSpan span = m_content.axis().of(run.begin).visible;
            const auto links = linksIn(m_state.recording.store(), run, span, mostCrowd);
            m_focus.crowd.insert(m_focus.crowd.end(), links.begin(), links.end());
        }
    viewport()->update();
}

void TimelineView::updateFollowButton()
{
    m_followButton->setVisible(m_state.recording.isLive() && !m_state.follower.isFollowing());
    m_followButton->adjustSize();
    const QRect lanes = viewport()->geometry();
    m_followButton->move(lanes.right() - m_followButton->width() - 12,
                         lanes.bottom() - m_followButton->height() - 12);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const TraceScope trace(frameSite);
    QElapsedTimer timer;
    timer.start();
    m_content.update(viewport()->width());
    QPainter painter(viewport());
    m_focus.hovered = m_pointer.hovered();
    ScenePainter scene(painter, m_content, m_focus, viewport()->size());
    scene.paintGround();
    scene.paintGrid();
    scene.paintRows();
    scene.paintLinks();
    scene.paintHover();
    scene.paintSelection();
    scene.paintBookmarks();
    scene.paintPlayhead();
    if (m_content.layout().rows.empty())
        paintEmpty(painter);
    Q_EMIT painted(std::chrono::nanoseconds(timer.nsecsElapsed()));
}

void TimelineView::paintEmpty(QPainter &painter)
{
    TimelineInk &ink = m_content.ink(viewport()->devicePixelRatioF());
    double middle = viewport()->height() * 0.42;
    const auto centre = [&](const QString &text, TextRole font, Role colour) {
        const double x = (viewport()->width() - ink.textWidth(text, font)) / 2;
        ink.drawText(painter, text, font, ink.colour(colour), x, middle);
        middle += 30 * m_state.theme.scale();
    };
    centre(tr("See what your coroutines wait for"), TextRole::Title, Role::Ink);
    centre(tr("Run a plan and every suspend and resume appears here as it happens."), TextRole::Body,
           Role::Ink2);
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    const QRect lanes = viewport()->geometry();
    const int ruler = int(m_state.theme.metrics().ruler);
    m_ruler->setGeometry(0, lanes.top() - ruler, lanes.right() + 1, ruler);
    m_labels->setGeometry(0, lanes.top(), lanes.left(), lanes.height());
    refresh();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_content.setScroll(verticalScrollBar()->value());
    m_pointer.forget();
    viewport()->update();
    m_labels->update();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_followButton->setText(tr("Follow live (L)"));
    QAbstractScrollArea::changeEvent(event);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_pointer.leave();
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Store &store = m_state.recording.store();
    const auto hit = m_content.hitAt(help->pos());
    const RunInfo *run = hit ? store.run(hit->row.run) : nullptr;
    QToolTip::showText(help->globalPos(),
                       run ? tooltipText(store, *hit, m_state.recording.endOf(*run)) : QString(), viewport());
    return true;
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    m_pointer.wheel(*event);
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pointer.press(event->position());
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer.move(event->position(), event->buttons());
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pointer.release(event->position());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pointer.doubleClick(event->position());
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_G && event->modifiers() == Qt::NoModifier)
        setArrowMode(ArrowMode((int(m_arrowMode) + 1) % 3));
    else if (event->key() == Qt::Key_Escape)
        m_state.selection.clear();
    else if (!handleKey(m_navigator, m_state.follower, *event, m_pointer.instant()))
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace loopscope
