// SPDX-License-Identifier: MIT
#include "app/menus.h"

#include "app/keys_dialog.h"
#include "app/main_window.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

void fillRecent(QMenu *menu, MainWindow &window)
{
    menu->clear();
    const bool isRunning = window.controller().isRunning(); // as for "Open"
    for (const QString &path : window.settings().recent) {
        QAction *action = menu->addAction(QFileInfo(path).fileName(), &window,
                                          [&window, path] { window.files().open(path); });
        action->setToolTip(path);
        action->setEnabled(!isRunning);
    }
    if (menu->isEmpty())
        menu->addAction(Tr::tr("Nothing yet"))->setEnabled(false);
}

void fillRuns(QMenu *menu, MainWindow &window)
{
    menu->clear();
    const PlanRef plan = window.document().draft().plan();
    if (!plan || window.controller().isRunning()) {
        menu->addAction(plan ? Tr::tr("A run goes on") : Tr::tr("The plan has problems"))->setEnabled(false);
        return;
    }
    for (const PlanRun &run : plan->runs)
        menu->addAction(run.name, &window, [&window, name = run.name] { window.startRun({name}); });
}

void makeFileMenu(QMenuBar &bar, MainWindow &window, Actions &actions)
{
    QMenu *file = bar.addMenu(Tr::tr("&File"));
    file->addActions({actions.newPlan, actions.open});
    QMenu *recent = file->addMenu(Tr::tr("Open recent"));
    QObject::connect(recent, &QMenu::aboutToShow, &window, [recent, &window] { fillRecent(recent, window); });
    file->addSeparator();
    file->addActions({actions.savePlan, actions.savePlanAs});
    file->addSeparator();
    file->addActions({actions.saveRecording, actions.saveRecordingAs, actions.cancelLoading});
    file->addSeparator();
    file->addAction(actions.quit);
}

void makeViewMenu(QMenuBar &bar, MainWindow &window, Actions &actions, Language &language)
{
    QMenu *view = bar.addMenu(Tr::tr("&View"));
    view->addActions({actions.fit, actions.follow});
    view->addSeparator();
    for (QDockWidget *dock : window.findChildren<QDockWidget *>())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addAction(actions.theme);
    view->addActions({actions.larger, actions.smaller, actions.usualSize});
    QMenu *languages = view->addMenu(Tr::tr("Language"));
    auto *group = new QActionGroup(languages);
    for (const QString &code : Language::codes()) {
        QAction *action = languages->addAction(Language::nameOf(code), &language,
                                               [&language, code] { language.setCode(code); });
        action->setCheckable(true);
        action->setChecked(code == language.code());
        group->addAction(action);
    }
}

} // namespace

void makeMenus(MainWindow &window, Actions &actions, Language &language)
{
    QMenuBar &bar = *window.menuBar();
    bar.clear();
    makeFileMenu(bar, window, actions);

    QMenu *run = bar.addMenu(Tr::tr("&Run"));
    run->addActions({actions.run, actions.record, actions.stop});
    QMenu *one = run->addMenu(Tr::tr("Run one"));
    QObject::connect(one, &QMenu::aboutToShow, &window, [one, &window] { fillRuns(one, window); });
    run->addSeparator();
    run->addActions({actions.virtualClock, actions.realClock});
    run->addSeparator();
    run->addAction(actions.windowLoop);

    QMenu *go = bar.addMenu(Tr::tr("&Go"));
    go->addActions({actions.stepBack, actions.stepForward, actions.firstEvent, actions.lastEvent});
    go->addSeparator();
    go->addActions({actions.nextProblem, actions.nextPane, actions.previousPane});

    QMenu *bookmarks = bar.addMenu(Tr::tr("&Bookmarks"));
    QObject::connect(bookmarks, &QMenu::aboutToShow, &window,
                     [bookmarks, &window] { window.bookmarks().fillMenu(bookmarks); });
    window.bookmarks().fillMenu(bookmarks); // some desktops ask for it before it is shown

    makeViewMenu(bar, window, actions, language);
    QMenu *help = bar.addMenu(Tr::tr("&Help"));
    help->addActions({actions.keys, actions.about});
}

} // namespace loopscope
