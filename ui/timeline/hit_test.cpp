// SPDX-License-Identifier: MIT
#include "ui/timeline/hit_test.h"

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// Half the height of a mark and its text.
constexpr double markReach = 8;
/// How much of a text beside a mark is taken for the mark.
constexpr double markWidth = 120;

bool isTarget(BarKind kind)
{
    return kind != BarKind::LoopIdle;
}

double distance(const QRectF &rect, double x)
{
    return std::max({0.0, rect.left() - x, x - rect.right()});
}

/// A least width kept it visible: it is hit before the wide ones around it.
bool isKept(const Bar &bar)
{
    return bar.trueWidth < bar.rect.width();
}

/// Whether `bar`, painted after `than`, is meant rather than it.
bool isMeantBefore(const Bar &bar, const Bar &than, double x)
{
    if (isKept(bar) != isKept(than))
        return isKept(bar);
    return distance(bar.rect, x) <= distance(than.rect, x);
}

} // namespace

Hit hitAt(const Row &row, const RowGeometry &geometry, QPointF inRow, double slack)
{
    Hit out{row, {}, {}, {}};
    for (const Bar &bar : geometry.bars) {
        if (!isTarget(bar.kind) || distance(bar.rect, inRow.x()) > slack)
            continue;
        if (!out.bar || isMeantBefore(bar, *out.bar, inRow.x()))
            out.bar = bar;
    }
    if (out.bar) {
        out.event = out.bar->event;
        return out;
    }
    for (const Mark &mark : geometry.marks) {
        if (mark.event && std::abs(inRow.y() - mark.y) <= markReach && inRow.x() >= mark.x &&
            inRow.x() <= mark.x + std::min(mark.room, markWidth)) {
            out.mark = mark;
            out.event = mark.event;
        }
    }
    return out;
}

} // namespace loopscope
