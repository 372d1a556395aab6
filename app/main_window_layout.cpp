// SPDX-License-Identifier: MIT
// Where the parts of the main window stand, and which signal goes where.
#include "app/keys_dialog.h"
#include "app/main_window.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/json/json_panel.h"
#include "ui/log/log_panel.h"
#include "ui/overview/overview_strip.h"
#include "ui/overview/recording_overview.h"
#include "ui/overview/track_overview.h"
#include "ui/plan/plan_editor.h"
#include "ui/plan/plan_list.h"
#include "ui/plan/plan_panel.h"
#include "ui/shared/problem_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/ruler.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/tracks/track_panel.h"
#include "ui/tracks/track_view.h"
#include "ui/window/banner.h"
#include "ui/window/status_line.h"
#include "ui/window/transport_bar.h"
#include "ui/window/welcome_page.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace loopscope {

void MainWindow::makeTransport()
{
    const TransportActions buttons{m_actions->record,    m_actions->run,         m_actions->stop,
                                   m_actions->stepBack,  m_actions->stepForward, m_actions->virtualClock,
                                   m_actions->realClock, m_actions->windowLoop,  m_actions->theme};
    auto *bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("transport"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false);
    bar->setStyleSheet(QStringLiteral("QToolBar { padding: 0; margin: 0; border: 0; spacing: 0; }"));
    bar->layout()->setContentsMargins(0, 0, 0, 0);
    auto *transport = new TransportBar(m_theme, m_document.recording(), m_playhead, m_trace, buttons, bar);
    transport->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bar->addWidget(transport);
    addToolBar(bar);
}

void MainWindow::makeCentre()
{
    const TimelineState state{m_document.recording(), m_viewport, m_selection, m_playhead, m_follower,
                              m_document.bookmarks(), m_theme};
    m_banner = new Banner(m_theme, this);
    m_timeline = new TimelinePanel(state, this);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_timeline->setOverview(
        new OverviewStrip(std::make_unique<RecordingOverview>(m_document.recording(), m_playhead), m_viewport,
                          m_theme, m_timeline));
    m_log = new LogPanel(m_theme, m_document.recording(), m_selection, m_playhead, this);
    m_log->setObjectName(QStringLiteral("log"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_timeline);
    split->addWidget(m_log);
    split->setStretchFactor(0, 1);
    split->setSizes({700, 156});
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(
        new WelcomePage(m_theme, m_actions->run, m_actions->open, m_actions->newPlan, m_stack));
    m_stack->addWidget(split);
    m_tracks = new TrackPanel(m_theme, m_trace, m_stack);
    m_tracks->setObjectName(QStringLiteral("tracks"));
    TrackView &tracks = m_tracks->view();
    auto *overview =
        new OverviewStrip(std::make_unique<TrackOverview>(m_trace), tracks.span(), m_theme, m_tracks);
    overview->setIndent(tracks.indent());
    connect(&tracks, &TrackView::indentChanged, overview, &OverviewStrip::setIndent);
    m_tracks->setOverview(overview);
    m_stack->addWidget(m_tracks);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
}

void MainWindow::makeLeftColumn()
{
    m_plans = new PlanList(m_theme, this);
    m_plans->setObjectName(QStringLiteral("plans"));
    m_plan = new PlanPanel(m_theme, m_document.draft(), this);
    m_plan->setObjectName(QStringLiteral("plan"));
    QDockWidget *left =
        makeColumn(QStringLiteral("left"), Qt::LeftDockWidgetArea, {m_plans, m_plan}, {390, 510});
    left->setMinimumWidth(qRound(m_theme.metrics().leftColumn * 0.73));
    resizeDocks({left}, {qRound(m_theme.metrics().leftColumn)}, Qt::Horizontal);
}

void MainWindow::makeRightColumn()
{
    auto *inspector = new InspectorPanel(m_theme, m_document.recording(), m_selection, m_playhead, this);
    inspector->setObjectName(QStringLiteral("inspector"));
    auto *json = new JsonPanel(m_theme, m_document.recording(), m_selection, this);
    json->setObjectName(QStringLiteral("json"));
    m_right = makeColumn(QStringLiteral("right"), Qt::RightDockWidgetArea, {inspector, json}, {470, 430});
    m_right->setMinimumWidth(qRound(m_theme.metrics().rightColumn * 0.83));
    resizeDocks({m_right}, {qRound(m_theme.metrics().rightColumn)}, Qt::Horizontal);
    m_panes = {m_plans, m_plan->editor(), &m_timeline->view(), &m_tracks->view(), m_log->view(), inspector,
               json};
    m_bookmarks = new BookmarkActions(m_document.bookmarks(), m_document.recording(), m_playhead,
                                      m_timeline->view().navigator(), this);
    m_actions->limitLetterKeysTo({centralWidget(), m_plans, inspector, json}, m_bookmarks->letterKeys());
}

/// Panels over each other at a side of the window, at its full height.
QDockWidget *MainWindow::makeColumn(const QString &name, Qt::DockWidgetArea area,
                                    const QList<QWidget *> &panels, const QList<int> &heights)
{
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    for (QWidget *panel : panels)
        split->addWidget(panel);
    split->setSizes(heights);
    auto *dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new QWidget(dock)); // the panels have headers of their own
    dock->setWidget(split);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeStatus()
{
    m_status = new StatusLine(m_theme, m_document.recording(), m_playhead, m_trace, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(m_status, 1);
    connect(m_status, &StatusLine::languageRequested, this, [this] {
        const QStringList codes = Language::codes();
        m_language.setCode(codes[(codes.indexOf(m_language.code()) + 1) % codes.size()]);
    });
}

void MainWindow::connectActions()
{
    const Actions &a = *m_actions;
    const auto on = [this](QAction *action, auto &&slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(a.newPlan, [this] { m_files->leavePlan([this] { m_document.newPlan(); }); });
    on(a.open, [this] { m_files->askToOpen(); });
    on(a.savePlan, [this] { m_files->savePlan(); });
    on(a.savePlanAs, [this] { m_files->savePlanAs(); });
    on(a.saveRecording, [this] { m_files->saveRecording(); });
    on(a.saveRecordingAs, [this] { m_files->saveRecordingAs(); });
    on(a.quit, [this] { close(); });
    on(a.run, [this] { m_files->leaveRecording([this] { startRun({}); }); });
    on(a.record, [this] {
        m_files->leaveRecording(
            [this] { m_files->askWhereToRecord([this](const QString &file) { startRun({}, file); }); });
    });
    on(a.stop, [this] { m_controller.stop(); });
    on(a.cancelLoading, [this] { m_document.cancelLoading(); });
    const auto takeSettings = [this] {
        m_controller.setSettings(
            {m_actions->realClock->isChecked() ? ClockChoice::Real : ClockChoice::Virtual,
             m_actions->windowLoop->isChecked() ? LoopPlace::WindowLoop : LoopPlace::OwnThread});
        showRunState();
    };
    for (QAction *action : {a.virtualClock, a.realClock, a.windowLoop})
        on(action, takeSettings);
    on(a.stepBack, [this] { step(EventStep::Previous, SliceStep::Previous); });
    on(a.stepForward, [this] { step(EventStep::Next, SliceStep::Next); });
    on(a.firstEvent, [this] { step(EventStep::First, SliceStep::First); });
    on(a.lastEvent, [this] { step(EventStep::Last, SliceStep::Last); });
    on(a.fit, [this] { m_document.tracks() ? m_tracks->view().fit() : m_viewport.fit(); });
    on(a.follow, [this] { m_follower.follow(); });
    on(a.nextProblem, [this] { m_plan->goToNextProblem(); });
    on(a.nextPane, [this] { movePane(1); });
    on(a.previousPane, [this] { movePane(-1); });
    on(a.theme, [this] {
        const bool light = m_theme.appearance() == Appearance::Light;
        m_theme.setAppearance(light ? Appearance::Dark : Appearance::Light);
        m_settings.appearance = m_theme.appearance();
    });
    on(a.larger, [this] { m_theme.setScale(m_theme.scale() * 1.1); });
    on(a.smaller, [this] { m_theme.setScale(m_theme.scale() / 1.1); });
    on(a.usualSize, [this] { m_theme.setScale(1); });
    on(a.keys, [this] { showKeys(this); });
    on(a.about, [this] { showAbout(this); });
}

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::renamed, this, &MainWindow::showTitle);
    connect(&m_document, &Document::tracksChanged, this, &MainWindow::showTracks);
    connect(&m_document.recording(), &Recording::replaced, this, &MainWindow::showRunState);
    connect(&m_document, &Document::loadingAdvanced, this, &MainWindow::showLoading);
    connect(&m_document, &Document::loadingEnded, this, &MainWindow::showRunState);
    connect(&m_document.draft(), &PlanDraft::checked, this, &MainWindow::showPlanState);
    connect(&m_controller, &RunController::changed, this, &MainWindow::showRunState);
    connect(&m_controller, &RunController::recordingFailed, this, [this](const Problem &problem) {
        showProblem(tr("The recording was not written to its file."), problemText(problem));
    });
    connect(&m_document, &Document::aboutToSave, this, [this] {
        ViewState view = m_keeper.now();
        view.folded = m_timeline->view().folded();
        m_document.setView(view);
    });
    connect(&m_document, &Document::viewToRestore, this, [this](const ViewState &view) {
        m_timeline->view().setFolded(view.folded);
        m_keeper.restore(view);
        if (!m_document.loadingPercent())
            m_keeper.endRestoring();
    });
    connect(&m_document, &Document::loadingEnded, &m_keeper, &ViewKeeper::endRestoring);
    connect(m_files, &FileCommands::failed, this, &MainWindow::showProblem);
    connect(m_files, &FileCommands::used, this, &MainWindow::noteFile);
    connect(m_plans, &PlanList::planChosen, this,
            [this](const PlanEntry &plan) { m_files->open(plan.path.isEmpty() ? plan.name : plan.path); });
    connect(m_plans, &PlanList::newPlanRequested, m_actions->newPlan, &QAction::trigger);
    connect(&m_selection, &Selection::changed, this, &MainWindow::makeRoomForRequest);
    connect(&m_language, &Language::changed, this, [this] { m_settings.language = m_language.code(); });
}

void MainWindow::connectBookmarks()
{
    const Ruler &ruler = m_timeline->view().ruler();
    connect(&ruler, &Ruler::bookmarkPicked, m_bookmarks, &BookmarkActions::goTo);
    connect(&ruler, &Ruler::bookmarkRenameRequested, m_bookmarks, &BookmarkActions::rename);
    connect(&ruler, &Ruler::bookmarkMenuRequested, m_bookmarks, &BookmarkActions::showMenu);
}

} // namespace loopscope
