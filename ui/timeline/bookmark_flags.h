// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/bookmarks.h"
#include "ui/timeline/time_axis.h"

#include <QRectF>

namespace loopscope {

/// A bookmark's flag on the ruler: a pole at its instant, and on it a pennant with its number.
struct BookmarkFlag
{
    BookmarkPlace place;
    RunId run = {};
    double pole = 0; ///< pixels from where the axis begins
    QRectF pennant;
    QString number; ///< of the key that jumps there; empty behind the ninth
};

/// Those in view, as runs are aligned at their start; on a ruler so high, with pennants so wide and high.
[[nodiscard]] QList<BookmarkFlag> bookmarkFlags(const Store &store, const QList<Bookmark> &bookmarks,
                                                const TimeAxis &axis, double ruler, double pennant);

/// The flag at a point, the later of two that lie over each other; null where there is none.
[[nodiscard]] const BookmarkFlag *flagAt(const QList<BookmarkFlag> &flags, QPointF point);

} // namespace loopscope
