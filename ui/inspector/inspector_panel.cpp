// SPDX-License-Identifier: MIT
#include "ui/inspector/inspector_panel.h"

#include "ui/inspector/cost_table.h"
#include "ui/inspector/fact_grid.h"
#include "ui/inspector/phase_chart.h"
#include "ui/inspector/share_bar.h"
#include "ui/shared/event_text.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/empty_note.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace loopscope {

namespace {

/// Ground and text of the badge beside the title.
std::pair<Role, Role> badgeColours(const Facts &facts)
{
    if (!facts.state)
        return facts.end == TaskEnd::Failed ? std::pair(Role::Failed, Role::OnFailed)
               : facts.end == TaskEnd::Done ? std::pair(Role::Done, Role::Canvas)
                                            : std::pair(Role::LoopBusy, Role::Canvas);
    switch (*facts.state) {
    case TaskState::Running: return {Role::Running, Role::OnRunning};
    case TaskState::Ready: return {Role::Ready, Role::OnReady};
    case TaskState::Created: return {Role::Created, Role::Canvas};
    case TaskState::Suspended: break;
    }
    return {Role::Suspended, Role::OnSuspended};
}

void setInk(QLabel *label, const QColor &colour)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

InspectorPanel::InspectorPanel(const Theme &theme, const Recording &recording, Selection &selection,
                               Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_recording(recording), m_selection(selection), m_playhead(playhead),
      m_header(new PanelHeader(theme, this)), m_body(nullptr), m_empty(nullptr)
{
    auto *scroll = new QScrollArea(this);
    m_body = makeBody();
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    m_empty = new EmptyNote(theme, scroll->viewport());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(scroll, 1);
    connect(&selection, &Selection::changed, this, &InspectorPanel::refresh);
    connect(&recording, &Recording::replaced, this, &InspectorPanel::refresh);
    connect(&recording, &Recording::grew, this, &InspectorPanel::refresh);
    connect(&theme, &Theme::changed, this, &InspectorPanel::restyle);
    restyle();
}

void InspectorPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

/// Qt forgets the fonts of labels that are hidden while the application's style sheet reaches them.
void InspectorPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    restyle();
}

QWidget *InspectorPanel::makeBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    auto *head = new QHBoxLayout;
    m_badge = new QLabel(body);
    m_title = new QLabel(body);
    m_place = new QLabel(body);
    m_title->setWordWrap(true);
    for (QLabel *label : {m_badge, m_title, m_place})
        label->setTextFormat(Qt::PlainText);
    m_badge->setAutoFillBackground(true);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_place, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_grid = new FactGrid(m_theme, body));
    m_phaseHeading = addHeading(column);
    column->addWidget(m_phases = new PhaseChart(m_theme, body));
    m_shareHeading = addHeading(column);
    column->addWidget(m_shares = new ShareBar(m_theme, body));
    m_runsHeading = addHeading(column);
    column->addWidget(m_runs = new CostTable(m_theme, body));
    column->addStretch(1);
    connect(m_grid, &FactGrid::linkActivated, this, &InspectorPanel::goTo);
    return body;
}

QLabel *InspectorPanel::addHeading(QVBoxLayout *column)
{
    auto *heading = new QLabel(column->parentWidget());
    heading->setTextFormat(Qt::PlainText);
    column->addWidget(heading);
    return heading;
}

void InspectorPanel::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    const int margin = qRound(metrics.margin);
    m_body->layout()->setContentsMargins(margin, margin, margin, margin);
    m_body->layout()->setSpacing(qRound(metrics.gap * 2));
    m_title->setFont(m_theme.font(TextRole::Title));
    m_badge->setFont(m_theme.font(TextRole::CodeStrong));
    m_badge->setMargin(qRound(metrics.gap));
    m_place->setFont(m_theme.font(TextRole::Small));
    m_place->setMargin(qRound(metrics.gap));
    setInk(m_place, m_theme.colour(Role::Ink2));
    for (QLabel *heading : {m_phaseHeading, m_shareHeading, m_runsHeading})
        heading->setFont(m_theme.font(TextRole::SmallStrong));
    refresh();
}

void InspectorPanel::refresh()
{
    m_header->setTitle(tr("Inspector"));
    m_empty->setText(tr("Select a slice or an event to see what it waited for."));
    const Store &store = m_recording.store();
    const Selected &selected = m_selection.current();
    const RequestInfo *request = selectedRequest();
    const TaskInfo *task = store.task(selected.task);
    const bool any = request || task || store.contains(selected.event);
    m_body->setVisible(any);
    m_empty->setVisible(!any);
    if (!any)
        return;
    if (request)
        showFacts(requestFacts(store, *request, now(request->run)));
    else if (task)
        showFacts(sliceFacts(store, *task, selected.event ? selected.event : task->states.back().event,
                             now(task->run)));
    else
        showFacts(eventFacts(store, selected.event));
    showRequest(request);
    showTask(request ? nullptr : task);
    showRuns();
}

void InspectorPanel::showFacts(const Facts &facts)
{
    const auto [ground, ink] = badgeColours(facts);
    QPalette palette;
    palette.setColor(QPalette::Window, m_theme.colour(ground));
    palette.setColor(QPalette::WindowText, m_theme.colour(ink));
    m_badge->setPalette(palette);
    m_badge->setText(facts.badge);
    m_title->setText(facts.title);
    m_place->setText(facts.place);
    m_grid->setRows(facts.rows);
}

void InspectorPanel::showTask(const TaskInfo *task)
{
    m_shareHeading->setVisible(task);
    m_shares->setVisible(task);
    if (!task)
        return;
    const StateTimes times = stateTimes(*task, now(task->run));
    const QString name = taskText(m_recording.store(), task->id);
    m_shareHeading->setText(tr("Where task %1 spent %2").arg(name, durationText(times.total())));
    m_shares->setTimes(times);
}

void InspectorPanel::showRequest(const RequestInfo *request)
{
    m_phaseHeading->setVisible(request);
    m_phases->setVisible(request);
    if (!request)
        return;
    m_phaseHeading->setText(tr("Phases"));
    m_phases->setPhases(fetchPhases(*request, now(request->run)));
}

void InspectorPanel::showRuns()
{
    const QList<RunCost> costs = runCosts(m_recording.store());
    m_runsHeading->setVisible(costs.size() > 1);
    m_runs->setVisible(costs.size() > 1);
    m_runsHeading->setText(tr("Runs compared"));
    m_runs->setCosts(costs);
}

void InspectorPanel::goTo(EventId event)
{
    const Store &store = m_recording.store();
    m_playhead.goToEvent(store, event);
    m_selection.select({event, store.event(event).task});
}

const RequestInfo *InspectorPanel::selectedRequest() const
{
    const auto key = m_selection.current().request;
    const RunInfo *run = key ? m_recording.store().run(key->run) : nullptr;
    if (!run)
        return nullptr;
    const auto found = std::find_if(run->requests.begin(), run->requests.end(),
                                    [&](const RequestInfo &info) { return info.number == key->number; });
    return found == run->requests.end() ? nullptr : &*found;
}

TracePoint InspectorPanel::now(RunId run) const
{
    const RunInfo *info = m_recording.store().run(run);
    return info ? m_recording.endOf(*info) : TracePoint();
}

} // namespace loopscope
