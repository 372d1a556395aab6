// SPDX-License-Identifier: MIT
#include "ui/shared/bookmarks.h"

#include "core/trace/store.h"

#include <algorithm>

namespace loopscope {

namespace {

/// The first that does not stand before `place`.
template<class List>
auto firstFrom(List &bookmarks, BookmarkPlace place)
{
    const auto isBefore = [](const Bookmark &bookmark, BookmarkPlace of) { return bookmark.place < of; };
    return std::lower_bound(bookmarks.begin(), bookmarks.end(), place, isBefore);
}

} // namespace

const Bookmark *Bookmarks::at(BookmarkPlace place) const
{
    const auto found = firstFrom(m_all, place);
    return found != m_all.end() && found->place == place ? &*found : nullptr;
}

const Bookmark *Bookmarks::next(BookmarkPlace place) const
{
    if (m_all.isEmpty())
        return nullptr;
    auto found = firstFrom(m_all, place);
    if (found != m_all.end() && found->place == place)
        ++found;
    return found == m_all.end() ? &m_all.front() : &*found;
}

bool Bookmarks::put(BookmarkPlace place, const QString &text)
{
    const QString line = bookmarkText(text);
    const auto found = firstFrom(m_all, place);
    if (found == m_all.end() || found->place != place) {
        if (m_all.size() >= mostBookmarks)
            return false;
        m_all.insert(found, {place, line});
    } else if (found->text != line) {
        found->text = line;
    } else {
        return true;
    }
    Q_EMIT changed();
    return true;
}

void Bookmarks::remove(BookmarkPlace place)
{
    const auto found = firstFrom(m_all, place);
    if (found == m_all.end() || found->place != place)
        return;
    m_all.erase(found);
    Q_EMIT changed();
}

void Bookmarks::replace(const QList<Bookmark> &bookmarks)
{
    const QList<Bookmark> before = std::exchange(m_all, inOrder(bookmarks));
    m_saved = m_all;
    if (before != m_all)
        Q_EMIT changed();
}

void Bookmarks::markSaved()
{
    if (!isChanged())
        return;
    m_saved = m_all;
    Q_EMIT changed();
}

std::optional<BookmarkPlace> placeOf(const Store &store, const Moment &moment)
{
    if (!store.run(moment.run))
        return {};
    return bookmarkPlace(store, moment.run, moment.at, moment.event);
}

Moment momentOf(const Store &store, BookmarkPlace place)
{
    const RunInfo *run = runAt(store, place);
    if (!run)
        return {};
    const TracePoint at = TracePoint{} + (std::max(place.at, run->begin) - run->begin);
    return {run->id, at, eventAt(store, place)};
}

} // namespace loopscope
