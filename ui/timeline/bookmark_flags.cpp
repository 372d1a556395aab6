// SPDX-License-Identifier: MIT
#include "ui/timeline/bookmark_flags.h"

#include "core/trace/store.h"

#include <cmath>

namespace loopscope {

namespace {

constexpr qsizetype keys = 9;
/// As near as this to a pole is on it.
constexpr double slack = 3;

} // namespace

QList<BookmarkFlag> bookmarkFlags(const Store &store, const QList<Bookmark> &bookmarks, const TimeAxis &axis,
                                  double ruler, double pennant)
{
    QList<BookmarkFlag> flags;
    for (qsizetype i = 0; i < bookmarks.size(); ++i) {
        const RunInfo *run = runAt(store, bookmarks[i].place);
        const double x = run ? axis.of(run->begin).x(bookmarks[i].place.at) : 0;
        if (!run || x < -pennant || x > axis.width)
            continue;
        flags << BookmarkFlag{bookmarks[i].place, run->id, x,
                              QRectF(x, ruler - pennant - 1, pennant, pennant),
                              i < keys ? QString::number(i + 1) : QString()};
    }
    return flags;
}

const BookmarkFlag *flagAt(const QList<BookmarkFlag> &flags, QPointF point)
{
    for (auto flag = flags.crbegin(); flag != flags.crend(); ++flag) {
        const bool isOnPole = std::abs(point.x() - flag->pole) <= slack;
        if (flag->pennant.contains(point) || (isOnPole && point.y() >= flag->pennant.top()))
            return &*flag;
    }
    return nullptr;
}

} // namespace loopscope
