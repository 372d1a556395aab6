// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

class QPainter;

namespace loopscope {

/// The small pictures of the window. Drawn as paths on a 14 × 14 grid, so they are crisp at any size and
/// scale.
enum class Glyph {
    Record,
    Run,
    Stop,
    StepBack,
    StepForward,
    Play,
    Pause,
    Check,
    Failed,
    Cancelled, ///< how a task ended: check, cross in a disc, slashed ring
    Cross,     ///< close, clear
    Timer,
    Gather,
    Globe,
    Worker,
    Print,
    Loop,
    ChevronRight,
    ChevronDown,
    Search,
    Plus,
    Document,
    Open,
    Save,
    Fit,
    Bookmark,
    LagMark,
    More,
};

/// Paints `glyph` into `box` (square; else its largest centred square). `hole` is the colour seen through
/// solid shapes, such as the cross in Failed's disc.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &colour, const QColor &hole);

/// An icon for actions and buttons, paler when disabled. Made again by its user when the theme has changed.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor &colour, const QColor &hole);

} // namespace loopscope
