// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/bookmark.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;
class QWidget;

namespace loopscope {

class Bookmarks;
class Navigator;
class Playhead;
class Recording;

/// What menus and keys can ask for about bookmarks, and the doing of it. Dialogs stand over `window` and stop
/// nothing.
class BookmarkActions : public QObject
{
    Q_OBJECT

public:
    BookmarkActions(Bookmarks &bookmarks, const Recording &recording, const Playhead &playhead,
                    Navigator &navigator, QWidget *window);

    void retranslate();
    /// Their keys, of one letter or digit.
    [[nodiscard]] QList<QAction *> letterKeys() const;
    /// Every command, and every bookmark to go to.
    void fillMenu(QMenu *menu);

    void goTo(BookmarkPlace place);
    void rename(BookmarkPlace place);
    /// What can be done with this one.
    void showMenu(BookmarkPlace place, QPoint onScreen);

    QAction *add; ///< at the playhead; where one stands, its text is asked for
    QAction *next;
    QAction *renameCurrent;
    QAction *removeCurrent;
    std::array<QAction *, 9> jumps;

private:
    QAction *make(const QString &key);
    void update();
    void addHere();
    void goToNext();
    [[nodiscard]] std::optional<BookmarkPlace> here() const;
    [[nodiscard]] QString menuText(const Bookmark &bookmark) const;

    Bookmarks &m_bookmarks;
    const Recording &m_recording;
    const Playhead &m_playhead;
    Navigator &m_navigator;
    QWidget *m_window;
};

} // namespace loopscope
