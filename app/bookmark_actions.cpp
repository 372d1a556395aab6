// SPDX-License-Identifier: MIT
#include "app/bookmark_actions.h"

#include "ui/shared/bookmarks.h"
#include "ui/shared/event_text.h"
#include "ui/style/time_text.h"
#include "ui/timeline/navigator.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

namespace loopscope {

namespace {

/// A menu lists so many.
constexpr qsizetype mostListed = 30;
constexpr qsizetype longestListed = 60;

/// What happened there, as a first name.
QString nameOf(const Store &store, const Moment &moment)
{
    if (!store.contains(moment.event))
        return readoutText(moment.at);
    const EventText text = eventText(store, moment.event);
    return text.who + u' ' + text.what;
}

} // namespace

BookmarkActions::BookmarkActions(Bookmarks &bookmarks, const Recording &recording, const Playhead &playhead,
                                 Navigator &navigator, QWidget *window)
    : QObject(window), add(make(QStringLiteral("B"))), next(make(QStringLiteral("Shift+B"))),
      renameCurrent(make({})), removeCurrent(make({})), m_bookmarks(bookmarks), m_recording(recording),
      m_playhead(playhead), m_navigator(navigator), m_window(window)
{
    for (size_t i = 0; i < jumps.size(); ++i) {
        jumps[i] = make(QString::number(i + 1));
        connect(jumps[i], &QAction::triggered, this,
                [this, i] { goTo(m_bookmarks.all().at(qsizetype(i)).place); });
    }
    connect(add, &QAction::triggered, this, &BookmarkActions::addHere);
    connect(next, &QAction::triggered, this, &BookmarkActions::goToNext);
    connect(renameCurrent, &QAction::triggered, this, [this] { rename(here().value_or(BookmarkPlace())); });
    connect(removeCurrent, &QAction::triggered, this,
            [this] { m_bookmarks.remove(here().value_or(BookmarkPlace())); });
    connect(&bookmarks, &Bookmarks::changed, this, &BookmarkActions::update);
    connect(&playhead, &Playhead::changed, this, &BookmarkActions::update);
    connect(&recording, &Recording::replaced, this, &BookmarkActions::update);
    retranslate();
}

void BookmarkActions::retranslate()
{
    add->setText(tr("Add bookmark"));
    next->setText(tr("Next bookmark"));
    renameCurrent->setText(tr("Rename bookmark…"));
    removeCurrent->setText(tr("Remove bookmark"));
    update();
}

QList<QAction *> BookmarkActions::letterKeys() const
{
    return QList<QAction *>{add, next} + QList<QAction *>(jumps.begin(), jumps.end());
}

void BookmarkActions::fillMenu(QMenu *menu)
{
    menu->clear();
    menu->addActions({add, next, renameCurrent, removeCurrent});
    menu->addSeparator();
    const QList<Bookmark> &all = m_bookmarks.all();
    for (qsizetype i = 0; i < std::min(all.size(), mostListed); ++i) {
        if (i < qsizetype(jumps.size()))
            menu->addAction(jumps[size_t(i)]);
        else
            menu->addAction(menuText(all[i]), this, [this, place = all[i].place] { goTo(place); });
    }
    if (all.size() > mostListed)
        menu->addAction(tr("%1 more").arg(all.size() - mostListed))->setEnabled(false);
    if (all.isEmpty())
        menu->addAction(tr("No bookmarks yet"))->setEnabled(false);
}

void BookmarkActions::goTo(BookmarkPlace place)
{
    m_navigator.goToMoment(momentOf(m_recording.store(), place));
}

void BookmarkActions::rename(BookmarkPlace place)
{
    const Bookmark *bookmark = m_bookmarks.at(place);
    if (!bookmark)
        return;
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename bookmark"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(bookmark->text);
    if (auto *line = dialog->findChild<QLineEdit *>())
        line->setMaxLength(int(longestBookmark));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, place](const QString &text) { m_bookmarks.put(place, text); });
    dialog->open();
}

void BookmarkActions::showMenu(BookmarkPlace place, QPoint onScreen)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go to"), this, [this, place] { goTo(place); });
    menu->addAction(renameCurrent->text(), this, [this, place] { rename(place); });
    menu->addAction(removeCurrent->text(), this, [this, place] { m_bookmarks.remove(place); });
    menu->popup(onScreen);
}

QAction *BookmarkActions::make(const QString &key)
{
    auto *action = new QAction(this);
    action->setShortcut(QKeySequence(key));
    return action;
}

/// What can be asked for, and what the first nine are called.
void BookmarkActions::update()
{
    const auto place = here();
    const bool stands = place && m_bookmarks.at(*place);
    add->setEnabled(place && (stands || m_bookmarks.all().size() < mostBookmarks));
    renameCurrent->setEnabled(stands);
    removeCurrent->setEnabled(stands);
    next->setEnabled(!m_bookmarks.all().isEmpty());
    for (size_t i = 0; i < jumps.size(); ++i) {
        const bool isThere = qsizetype(i) < m_bookmarks.all().size();
        jumps[i]->setEnabled(isThere);
        jumps[i]->setText(isThere ? menuText(m_bookmarks.all()[qsizetype(i)]) : QString());
    }
}

void BookmarkActions::addHere()
{
    const auto place = here();
    if (!place)
        return;
    if (m_bookmarks.at(*place))
        rename(*place);
    else
        m_bookmarks.put(*place, nameOf(m_recording.store(), m_playhead.moment()));
}

void BookmarkActions::goToNext()
{
    if (const Bookmark *bookmark = m_bookmarks.next(here().value_or(BookmarkPlace())))
        goTo(bookmark->place);
}

std::optional<BookmarkPlace> BookmarkActions::here() const
{
    return placeOf(m_recording.store(), m_playhead.moment());
}

QString BookmarkActions::menuText(const Bookmark &bookmark) const
{
    QString text = bookmark.text.left(longestListed);
    const RunInfo *run = runAt(m_recording.store(), bookmark.place);
    if (run && m_recording.store().runs().size() > 1)
        text += QStringLiteral(" – ") + run->name;
    return text.replace(u'&', QLatin1String("&&")); // else it would mark a key
}

} // namespace loopscope
