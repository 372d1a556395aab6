// SPDX-License-Identifier: MIT
#include "app/actions.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

namespace loopscope {

Actions::Actions(const Theme &theme_, QWidget *window)
    : QObject(window), newPlan(make(QKeySequence::New)), open(make(QKeySequence::Open)),
      savePlan(make(QKeySequence::Save)), savePlanAs(make()),
      saveRecording(make(QKeySequence(QStringLiteral("Ctrl+Alt+S")))),
      saveRecordingAs(make(QKeySequence(QStringLiteral("Ctrl+Shift+S")))),
      cancelLoading(make(QKeySequence(Qt::Key_Escape))), quit(make(QKeySequence(QStringLiteral("Ctrl+Q")))),
      run(make(QKeySequence(QStringLiteral("R")))), record(make(QKeySequence(QStringLiteral("Shift+R")))),
      stop(make(QKeySequence(QStringLiteral("Ctrl+.")))), virtualClock(makeCheckable()),
      realClock(makeCheckable()), windowLoop(makeCheckable()), stepBack(make()), stepForward(make()),
      firstEvent(make()), lastEvent(make()), nextProblem(make(QKeySequence(Qt::Key_F8))),
      nextPane(make(QKeySequence(Qt::Key_F6))), previousPane(make(QKeySequence(QStringLiteral("Shift+F6")))),
      fit(make()), follow(make()), theme(make()), larger(make(QKeySequence::ZoomIn)),
      smaller(make(QKeySequence::ZoomOut)), usualSize(make(QKeySequence(QStringLiteral("Ctrl+0")))),
      keys(make(QKeySequence(Qt::Key_F1))), about(make()), m_theme(theme_), m_window(window)
{
    auto *clocks = new QActionGroup(this);
    clocks->addAction(virtualClock);
    clocks->addAction(realClock);
    window->addActions(findChildren<QAction *>(Qt::FindDirectChildrenOnly));
    cancelLoading->setEnabled(false);
    saveRecording->setEnabled(false);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    connect(&m_theme, &Theme::changed, this, &Actions::restyle);
    restyle();
    retranslate();
}

void Actions::retranslate()
{
    newPlan->setText(tr("New plan"));
    open->setText(tr("Open…"));
    savePlan->setText(tr("Save plan"));
    savePlanAs->setText(tr("Save plan as…"));
    saveRecording->setText(tr("Save recording"));
    saveRecordingAs->setText(tr("Save recording as…"));
    cancelLoading->setText(tr("Stop reading"));
    quit->setText(tr("Quit"));
    run->setText(tr("Run all"));
    record->setText(tr("Record"));
    record->setToolTip(tr("Run the plan and write what happens to a file (Shift+R)"));
    stop->setText(tr("Stop"));
    stop->setToolTip(tr("Stop as Ctrl+C stops Python; press again to abandon the run (Ctrl+.)"));
    virtualClock->setText(tr("Virtual clock"));
    virtualClock->setToolTip(tr("Time jumps to the next timer: waiting takes no time"));
    realClock->setText(tr("Real clock"));
    realClock->setToolTip(tr("Waiting takes the time it says"));
    windowLoop->setText(tr("On the window's loop"));
    windowLoop->setToolTip(
        tr("Run on the event loop of this window, to see what a frozen window is made of"));
    stepBack->setText(tr("Previous event"));
    stepForward->setText(tr("Next event"));
    firstEvent->setText(tr("First event"));
    lastEvent->setText(tr("Last event"));
    nextProblem->setText(tr("Next problem"));
    nextPane->setText(tr("Next pane"));
    previousPane->setText(tr("Previous pane"));
    fit->setText(tr("Fit everything"));
    follow->setText(tr("Follow live"));
    larger->setText(tr("Larger text"));
    smaller->setText(tr("Smaller text"));
    usualSize->setText(tr("Usual text size"));
    keys->setText(tr("All keys"));
    about->setText(tr("About Loopscope"));
    restyle();
}

void Actions::limitLetterKeysTo(const QList<QWidget *> &widgets, const QList<QAction *> &others)
{
    for (QAction *letter : QList<QAction *>{run, record} + others) {
        m_window->removeAction(letter);
        letter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        for (QWidget *widget : widgets)
            widget->addAction(letter);
    }
}

QAction *Actions::make(const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setShortcut(shortcut);
    action->setIconVisibleInMenu(false);
    return action;
}

QAction *Actions::makeCheckable()
{
    QAction *action = make();
    action->setCheckable(true);
    return action;
}

void Actions::restyle()
{
    const QColor ink = m_theme.colour(Role::Ink);
    const QColor ground = m_theme.colour(Role::Raised);
    record->setIcon(glyphIcon(Glyph::Record, m_theme.colour(Role::Failed), ground));
    run->setIcon(glyphIcon(Glyph::Run, m_theme.colour(Role::Canvas), ink)); // its button is filled
    stop->setIcon(glyphIcon(Glyph::Stop, ink, ground));
    stepBack->setIcon(glyphIcon(Glyph::StepBack, ink, ground));
    stepForward->setIcon(glyphIcon(Glyph::StepForward, ink, ground));
    theme->setText(m_theme.appearance() == Appearance::Light ? tr("Dark theme") : tr("Light theme"));
}

} // namespace loopscope
