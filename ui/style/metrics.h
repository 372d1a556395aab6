// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope {

/// Every length of the look in one place, in logical pixels. The defaults hold at 100 %; `scaled` gives the
/// same look for a larger or smaller text. Nothing else in ui writes a pixel number of its own, but for the
/// inner proportions of an icon.
struct Metrics
{
    // Bars, panes and rows around the timeline
    double transportBar = 50;
    double transportButton = 34;
    double toggle = 30;
    double leftColumn = 328;
    double rightColumn = 312;
    double timelineLeast = 560;
    double statusBar = 26;
    double panelHeader = 32;
    double listRow = 20;
    double gap = 4;     ///< the base unit
    double margin = 12; ///< between a panel's edge and its text

    // Timeline, from top to bottom
    double overview = 34;
    double ruler = 26;
    double bookmarkFlag = 13; ///< its pennant, wide and high
    double runHeader = 36;
    double costBar = 18;
    double loopLane = 18;
    double loopBar = 10;
    double taskLane = 32;
    double slice = 22;
    double inset = 14; ///< suspended, server wait, worker
    double ready = 11;
    double created = 2;
    double sectionHeader = 24;
    double requestLane = 26;
    double requestThin = 10; ///< DNS, connect, TLS
    double requestFull = 18; ///< receive
    double outputLine = 14;
    double outputPadding = 6;
    double runGap = 8;
    double legend = 26;
    double laneHeader = 128; ///< wider for long names, up to laneHeaderMost
    double laneHeaderMost = 216;
    double laneHeaderIndent = 25;

    // Widths that keep the short visible
    double runningLeast = 3;
    double readyLeast = 2.5;
    double otherLeast = 1;
    double hitSlack = 3;
    double densityColumn = 3;    ///< one column of a lane denser than its pixels
    double densityBelow = 2;     ///< pixels per switch under which a lane is drawn as columns
    double hatchLeast = 12;      ///< narrower slices get ground and edge only
    double iconLeast = 22;       ///< narrower slices carry no icon
    double textPad = 4;          ///< the hatch keeps this distance from text
    double costExcessLeast = 70; ///< narrower parts beyond the fastest run are not outlined

    double tickLabel = 80; ///< least distance of two labels on the ruler
    double icon = 14;
    double dragThreshold = 4;

    /// The same look `factor` times as large; lengths that must stay whole pixels are rounded.
    [[nodiscard]] Metrics scaled(double factor) const;
};

} // namespace loopscope
