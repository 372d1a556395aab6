// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/bookmark.h"
#include "ui/shared/playhead.h"

namespace loopscope {

/// The bookmarks of the recording on show, in order of their places. Their only owner; the document reads and
/// saves them. Silent when nothing changes.
class Bookmarks : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<Bookmark> &all() const { return m_all; }
    /// Null where none stands.
    [[nodiscard]] const Bookmark *at(BookmarkPlace place) const;
    /// The first behind `place`, else the first of all; null where there are none.
    [[nodiscard]] const Bookmark *next(BookmarkPlace place) const;

    /// Adds one, or gives the one that stands there another text. False when there are too many.
    bool put(BookmarkPlace place, const QString &text);
    void remove(BookmarkPlace place);

    /// Those of another recording, as they are saved.
    void replace(const QList<Bookmark> &bookmarks);
    /// They are not as they were saved.
    [[nodiscard]] bool isChanged() const { return m_all != m_saved; }
    void markSaved();

Q_SIGNALS:
    void changed();

private:
    QList<Bookmark> m_all;
    QList<Bookmark> m_saved;
};

/// Where the playhead stands; empty when there is none.
[[nodiscard]] std::optional<BookmarkPlace> placeOf(const Store &store, const Moment &moment);
/// The moment that a place means in this recording; no run where there are none.
[[nodiscard]] Moment momentOf(const Store &store, BookmarkPlace place);

} // namespace loopscope
