// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/links.h"
#include "ui/timeline/timeline_ink.h"

#include <QPointF>

namespace loopscope {

/// How much an arrow wants to be seen: in the crowd of all, or as part of the selected path.
enum class LinkWeight { Faint, Usual, Path };

/// Where an arrow begins and ends, in pixels.
struct LinkLine
{
    LinkKind kind = LinkKind::Wakes;
    QPointF from;
    QPointF to;
};

/// Paints one arrow: creations dotted with an open head, wakings solid with a filled one; a straight line
/// when both ends stand in one column, else a curve that leaves sideways and arrives upright.
void paintLink(QPainter &painter, const TimelineInk &ink, const LinkLine &line, LinkWeight weight);

} // namespace loopscope
