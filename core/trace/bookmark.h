// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace loopscope {

class Store;
struct RunInfo;

/// Where a bookmark stands: no two of a recording stand at one place.
struct BookmarkPlace
{
    TracePoint at; ///< since the recording began
    quint32 run =
        0; ///< its number from 1, as another may begin where one ends; 0: the one that `at` falls into

    quint32 event = 0; ///< of the several at that instant; 0: none in particular

    constexpr auto operator<=>(const BookmarkPlace &) const = default;
};

/// An instant that somebody wants to come back to.
struct Bookmark
{
    BookmarkPlace place;
    QString text;
    QJsonObject others = {}; ///< members that this version does not know, kept as they are

    bool operator==(const Bookmark &) const = default;
};

/// A recording keeps so many; more are left out when it is read.
constexpr qsizetype mostBookmarks = 1000;
/// UTF-16 units of a text; a longer one is cut.
constexpr qsizetype longestBookmark = 200;

/// One line, no longer than that.
[[nodiscard]] QString bookmarkText(const QString &text);

/// In order of their places, one at each (the first of several), and not too many.
[[nodiscard]] QList<Bookmark> inOrder(QList<Bookmark> bookmarks);

/// The run that a place lies in; null where there are no runs. Holds until the store grows.
[[nodiscard]] const RunInfo *runAt(const Store &store, BookmarkPlace place);

/// The event that a place means: its own, else the run's latest until then; none before the first.
[[nodiscard]] EventId eventAt(const Store &store, BookmarkPlace place);

/// The place of an instant of a run that `store` has. It is that of `event` if this happened just then.
[[nodiscard]] BookmarkPlace bookmarkPlace(const Store &store, RunId run, TracePoint sinceRunBegan,
                                          EventId event);

} // namespace loopscope
