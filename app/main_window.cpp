// SPDX-License-Identifier: MIT
#include "app/main_window.h"

#include "app/menus.h"
#include "ui/plan/plan_editor.h"
#include "ui/plan/plan_list.h"
#include "ui/plan/plan_panel.h"
#include "ui/shared/problem_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/tracks/track_panel.h"
#include "ui/tracks/track_view.h"
#include "ui/window/banner.h"
#include "ui/window/status_line.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>

namespace loopscope {

MainWindow::MainWindow(Theme &theme, Language &language, const WindowSettings &settings)
    : m_theme(theme), m_language(language), m_settings(settings),
      m_follower(m_document.recording(), m_viewport, m_playhead, m_selection),
      m_keeper(m_document.recording(), m_viewport, m_playhead, m_selection),
      m_actions(new Actions(theme, this)), m_files(new FileCommands(m_document, this))
{
    setAcceptDrops(true);
    makeTransport();
    makeCentre();
    makeLeftColumn();
    makeRightColumn();
    makeStatus();
    connectActions();
    connectDocument();
    connectBookmarks();
    applySettings();
    retranslate();
    showPlanState();
    showRunState();
    m_timeline->view().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::startRun(const QStringList &runs, const QString &file)
{
    if (m_controller.isRunning())
        return;
    if (!m_document.draft().plan()) {
        showPlanState(); // its problems are told of again, if the banner was closed
        return;
    }
    if (const auto started = m_controller.start(runs, file); !started)
        showProblem(tr("The plan did not start."), problemText(started.error()));
    else if (!m_bannerTellsOfPlan)
        m_banner->hide();
}

void MainWindow::showProblem(const QString &title, const QString &detail)
{
    m_bannerTellsOfPlan = false;
    m_banner->show(title, detail);
}

WindowSettings MainWindow::settings() const
{
    WindowSettings settings = m_settings;
    settings.geometry = saveGeometry();
    settings.state = saveState();
    settings.scale = m_theme.scale();
    settings.run = m_controller.settings();
    return settings;
}

/// A plan that still runs ends with the window; only what somebody wrote is worth a question.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && (m_document.draft().isChanged() || m_document.isRecordingChanged())) {
        event->ignore();
        m_files->leavePlan([this] {
            m_files->leaveRecording([this] {
                m_mayClose = true;
                close();
            });
        });
        return;
    }
    saveWindowSettings(settings());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_controller.isRunning() && event->mimeData()->hasUrls() &&
        event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->open(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::applySettings()
{
    m_actions->realClock->setChecked(m_settings.run.clock == ClockChoice::Real);
    m_actions->virtualClock->setChecked(m_settings.run.clock == ClockChoice::Virtual);
    m_actions->windowLoop->setChecked(m_settings.run.place == LoopPlace::WindowLoop);
    m_controller.setSettings(m_settings.run);
    resize(1600, 1000);
    if (!m_settings.geometry.isEmpty())
        restoreGeometry(m_settings.geometry);
    if (!m_settings.state.isEmpty())
        restoreState(m_settings.state);
    showOwnPlans();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_bookmarks->retranslate();
    makeMenus(*this, *m_actions, m_language);
    m_status->setLanguageName(Language::nameOf(m_language.code()));
    showPlanState();
    showRunState();
}

/// What follows from the plan being good or not.
void MainWindow::showPlanState()
{
    const QList<Problem> problems = m_document.draft().problems();
    m_actions->nextProblem->setEnabled(!problems.isEmpty());
    m_plans->setCurrent(m_document.draft().source().name, m_document.draft().source().path);
    showTitle();
    showRunState();
    if (problems.isEmpty()) {
        if (m_bannerTellsOfPlan)
            m_banner->hide();
        m_bannerTellsOfPlan = false;
        return;
    }
    QStringList lines;
    for (const Problem &problem : problems)
        if (const QString line = problem.place ? QString::number(problem.place->line) : QString();
            !lines.contains(line))
            lines += line;
    lines.removeAll(QString());
    m_bannerTellsOfPlan = true;
    const QString fix =
        lines.size() == 1 ? tr("Fix line %1, then run again.") : tr("Fix lines %1, then run again.");
    m_banner->show(tr("This plan cannot run yet."), fix.arg(lines.join(QStringLiteral(", "))),
                   m_actions->nextProblem);
}

/// What follows from a run going on or not.
void MainWindow::showRunState()
{
    const bool running = m_controller.isRunning();
    const PlanRef plan = m_document.draft().plan();
    m_actions->run->setText(plan && plan->runs.size() == 1 ? tr("Run") : tr("Run all"));
    for (QAction *action : {m_actions->run, m_actions->record})
        action->setEnabled(plan && !running);
    for (QAction *action : {m_actions->virtualClock, m_actions->realClock, m_actions->windowLoop})
        action->setEnabled(!running);
    m_actions->stop->setEnabled(running);
    const bool any = m_document.hasRecording() || running;
    const bool isTrace = m_document.tracks() && !running;
    for (QAction *action : {m_actions->stepBack, m_actions->stepForward, m_actions->firstEvent,
                            m_actions->lastEvent, m_actions->fit})
        action->setEnabled(any || isTrace);
    m_actions->follow->setEnabled(any);
    const bool loading = m_document.loadingPercent().has_value();
    m_actions->cancelLoading->setEnabled(loading);
    m_actions->saveRecordingAs->setEnabled(m_document.hasRecording() && !running && !loading);
    showTitle();
    m_actions->open->setEnabled(!running);
    m_stack->setCurrentIndex(isTrace ? 2 : any ? 1 : 0);
    m_plans->setDetailed(!any && !isTrace);
    m_status->setActivity(m_controller.isStopping()                  ? Activity::Stopping
                          : m_controller.isRecording()               ? Activity::Recording
                          : running                                  ? Activity::Running
                          : loading                                  ? Activity::Loading
                          : !m_document.draft().problems().isEmpty() ? Activity::Broken
                          : isTrace                                  ? Activity::Trace
                          : any                                      ? Activity::Replay
                                                                     : Activity::Idle);
    m_status->setNextOnRealClock(m_controller.settings().clock == ClockChoice::Real);
}

/// Another program's trace comes or goes. What tells of our own recordings makes room for it.
void MainWindow::showTracks()
{
    m_trace.replace(m_document.tracks(), m_document.skipped());
    m_right->setVisible(!m_document.tracks());
    showRunState();
}

/// While a recording is read only the figure changes, many times a second; and once, when its beginning is
/// there.
void MainWindow::showLoading()
{
    const bool isFirst = m_document.hasRecording() && m_stack->currentIndex() == 0;
    if (isFirst || m_actions->cancelLoading->isEnabled() != m_document.loadingPercent().has_value())
        showRunState();
    m_status->setLoaded(m_document.loadingPercent().value_or(100));
}

/// Of another program's trace, from slice to slice.
void MainWindow::step(EventStep recorded, SliceStep traced)
{
    if (m_document.tracks())
        m_tracks->view().step(traced);
    else
        m_timeline->view().navigator().step(recorded);
}

void MainWindow::showTitle()
{
    const QString file = QFileInfo(m_document.recordingPath()).fileName();
    QString title = m_document.draft().title();
    if (m_document.tracks() || title.isEmpty())
        title = file; // the plan has nothing to do with another program's trace
    else if (!file.isEmpty())
        title += QStringLiteral(", ") + file;
    setWindowTitle(tr("%1[*] – Loopscope").arg(title));
    setWindowModified(m_document.draft().isChanged() || m_document.isRecordingChanged());
    m_actions->saveRecording->setEnabled(m_actions->saveRecordingAs->isEnabled() &&
                                         m_document.isRecordingChanged());
}

void MainWindow::noteFile(const QString &path)
{
    m_settings.recent = withLatest(m_settings.recent, path);
    if (path == m_document.draft().source().path)
        m_settings.ownPlans = withLatest(m_settings.ownPlans, path);
    showOwnPlans();
}

void MainWindow::showOwnPlans()
{
    QList<PlanEntry> plans;
    for (const QString &path : m_settings.ownPlans) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue; // it may come back: a folder that is not mounted just now
        PlanEntry entry = planEntryOf(file.readAll(), QFileInfo(path).fileName());
        entry.path = path;
        plans += entry;
    }
    m_plans->setOwnPlans(plans);
    m_plans->setCurrent(m_document.draft().source().name, m_document.draft().source().path);
}

/// The answer to a request needs more room than an event.
void MainWindow::makeRoomForRequest()
{
    constexpr double wider = 412.0 / 312.0;
    const int wanted = qRound(m_theme.metrics().rightColumn * wider);
    if (m_selection.current().request && m_right->width() < wanted)
        resizeDocks({m_right}, {wanted}, Qt::Horizontal);
}

void MainWindow::movePane(int by)
{
    QWidget *focus = focusWidget();
    const auto has = [&](QWidget *pane) { return pane == focus || (focus && pane->isAncestorOf(focus)); };
    const auto at = std::find_if(m_panes.begin(), m_panes.end(), has) - m_panes.begin();
    const auto count = std::ptrdiff_t(m_panes.size());
    for (std::ptrdiff_t step = 1; step <= count; ++step) {
        QWidget *next = m_panes[(at + by * step + 2 * count) % count];
        if (next->isVisible()) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace loopscope
