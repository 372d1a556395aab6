// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"
#include "ui/style/icons.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace loopscope {

/// What a bar stands for; its silhouette and colour follow from it. In the order of painting, so that a
/// running slice of three pixels is never hidden.
enum class BarKind : quint8 {
    LoopIdle,
    LoopBusy,
    Lost, ///< events that were not recorded
    Created,
    Suspended,
    Cancelled,
    Ready,
    Running,
    Failed,
    Queued,
    Connect,
    Tls,
    Server,
    Receive,
    Worker,
    Cost,
    CostExcess, ///< a run's length up to the fastest run's, and what goes beyond
};

/// A filled shape of a row, in pixels: x from the left of the lanes, y from the row's top. Clipped to a
/// little more than the visible width.
struct Bar
{
    BarKind kind = BarKind::Created;
    QRectF rect;
    double trueWidth = 0; ///< less than the rect's where a least width kept the bar visible
    EventId event;        ///< what began it
    QString text;         ///< inside it, where it fits
    std::optional<Glyph> glyph = {};
};

/// A column of a lane that is denser than its pixels: which share of its time the task ran and stood ready;
/// the rest it was suspended or not yet begun.
struct DensityColumn
{
    double x = 0;
    double width = 0;
    double running = 0;
    double ready = 0;
};

enum class MarkKind : quint8 {
    Done,
    Failed,
    Cancelled, ///< how a task or request ended, with its message
    Lag,
    Print,
    Cost, ///< of a run; inside its bar where that has room
    Note,
    Good,
    Bad, ///< plain text: neutral, fastest, went wrong
};

/// A small sign or text at a point of a row. It stands right of `x`, or left of `left` where the right has no
/// room; `room` is how far its text may reach.
struct Mark
{
    MarkKind kind = MarkKind::Note;
    double x = 0;
    double left = 0;
    double y = 0; ///< of its line's middle
    double room = 0;
    QString text;
    EventId event;
};

/// Everything to paint in one row. Pure data: no painter, no colours.
struct RowGeometry
{
    std::vector<Bar> bars; ///< in painting order
    std::vector<DensityColumn> columns;
    std::vector<Mark> marks;
};

} // namespace loopscope
