// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/bookmark.h"

#include <QJsonArray>

#include <optional>
#include <set>

namespace loopscope {

/// What a window showed of a recording when it was saved, so that one that opens it looks the same. Nothing
/// of it is certain to fit the recording: whoever restores it looks.
struct ViewState
{
    std::optional<TimeSpan> visible =
        {}; ///< since a run began, as all runs are aligned there; none: everything
    std::optional<BookmarkPlace> now = {}; ///< the playhead
    quint32 event = 0;                     ///< the selected event, task and request; 0 where there is none
    quint32 task = 0;
    quint32 request = 0;
    std::set<RunId> folded = {}; ///< runs of which the head only was shown
    QJsonObject others = {}; ///< members that this version does not know, kept as they are

    bool operator==(const ViewState &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ViewState &view);
/// Tolerant: what is missing, of another type or impossible is left out.
[[nodiscard]] ViewState viewStateFromJson(QJsonObject object);

[[nodiscard]] QJsonArray toJson(const QList<Bookmark> &bookmarks);
/// Tolerant, as above, and within the bounds of bookmark.h. One without a time is no bookmark: it goes to `strange`, as
/// far as that has no more than bookmarks may be.
[[nodiscard]] QList<Bookmark> bookmarksFromJson(const QJsonArray &array, QJsonArray &strange);

} // namespace loopscope
