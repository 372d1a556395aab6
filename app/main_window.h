// SPDX-License-Identifier: MIT
#pragma once

#include "app/actions.h"
#include "app/bookmark_actions.h"
#include "app/document.h"
#include "app/file_commands.h"
#include "app/language.h"
#include "app/run_controller.h"
#include "app/view_keeper.h"
#include "app/window_settings.h"
#include "ui/shared/event_steps.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording_follower.h"
#include "ui/shared/selection.h"
#include "ui/shared/shown_trace.h"
#include "ui/shared/viewport.h"
#include "ui/tracks/slice_steps.h"

#include <QMainWindow>

class QStackedWidget;

namespace loopscope {

class Banner;
class LogPanel;
class PlanList;
class PlanPanel;
class StatusLine;
class TimelinePanel;
class TrackPanel;

/// The window: the owner of what all panels share, the panels in their places, and the wiring between them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Language &language, const WindowSettings &settings);
    ~MainWindow() override;

    [[nodiscard]] Document &document() { return m_document; }
    [[nodiscard]] RunController &controller() { return m_controller; }
    [[nodiscard]] FileCommands &files() { return *m_files; }
    [[nodiscard]] BookmarkActions &bookmarks() { return *m_bookmarks; }
    [[nodiscard]] Playhead &playhead() { return m_playhead; }
    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] TimelinePanel &timeline() { return *m_timeline; }
    [[nodiscard]] TrackPanel &tracks() { return *m_tracks; }
    /// Runs these runs of the plan, all if empty; with a `file` they are recorded to it.
    void startRun(const QStringList &runs, const QString &file = {});
    void showProblem(const QString &title, const QString &detail);
    [[nodiscard]] WindowSettings settings() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTransport();
    void makeCentre();
    void makeLeftColumn();
    void makeRightColumn();
    QDockWidget *makeColumn(const QString &name, Qt::DockWidgetArea area, const QList<QWidget *> &panels,
                            const QList<int> &heights);
    void makeStatus();
    void connectActions();
    void connectDocument();
    void connectBookmarks();
    void applySettings();
    void retranslate();
    void showPlanState();
    void showRunState();
    void showTracks();
    void step(EventStep recorded, SliceStep traced);
    void showLoading();
    void showTitle();
    void noteFile(const QString &path);
    void showOwnPlans();
    void makeRoomForRequest();
    void movePane(int by);

    Theme &m_theme;
    Language &m_language;
    WindowSettings m_settings;
    Document m_document;
    RunController m_controller{m_document};
    Viewport m_viewport;
    Selection m_selection;
    Playhead m_playhead;
    RecordingFollower m_follower;
    ViewKeeper m_keeper;
    ShownTrace m_trace;
    Actions *m_actions;
    FileCommands *m_files;
    BookmarkActions *m_bookmarks = nullptr;
    Banner *m_banner = nullptr;
    bool m_bannerTellsOfPlan = false;
    bool m_mayClose = false;
    QStackedWidget *m_stack = nullptr;
    TimelinePanel *m_timeline = nullptr;
    TrackPanel *m_tracks = nullptr;
    LogPanel *m_log = nullptr;
    PlanList *m_plans = nullptr;
    PlanPanel *m_plan = nullptr;
    QDockWidget *m_right = nullptr;
    StatusLine *m_status = nullptr;
    QList<QWidget *> m_panes; ///< in the order of F6
};

} // namespace loopscope
