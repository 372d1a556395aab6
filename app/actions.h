// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QWidget;

namespace loopscope {

class Theme;

/// Everything that menus, buttons and keys can ask for, each once. Texts, icons and shortcuts are set here;
/// what an action does is connected where it can be done.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(const Theme &theme, QWidget *window);

    void retranslate();
    /// Keys of one letter work only inside these widgets, never in an editor: those of running, and `others`.
    void limitLetterKeysTo(const QList<QWidget *> &widgets, const QList<QAction *> &others);

    // File
    QAction *newPlan;
    QAction *open;
    QAction *savePlan;
    QAction *savePlanAs;
    QAction *saveRecording; ///< enabled while what its file holds of it is not the latest
    QAction *saveRecordingAs;
    QAction *cancelLoading; ///< enabled while a recording is read
    QAction *quit;
    // Run
    QAction *run;
    QAction *record;
    QAction *stop;
    QAction *virtualClock;
    QAction *realClock;
    QAction *windowLoop;
    // Go
    QAction *stepBack;
    QAction *stepForward;
    QAction *firstEvent;
    QAction *lastEvent;
    QAction *nextProblem;
    QAction *nextPane;
    QAction *previousPane;
    // View
    QAction *fit;
    QAction *follow;
    QAction *theme;
    QAction *larger;
    QAction *smaller;
    QAction *usualSize;
    // Help
    QAction *keys;
    QAction *about;

private:
    QAction *make(const QKeySequence &shortcut = {});
    QAction *makeCheckable();
    void restyle();

    const Theme &m_theme;
    QWidget *m_window;
};

} // namespace loopscope
