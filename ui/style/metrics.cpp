// SPDX-License-Identifier: MIT
#include "ui/style/metrics.h"

#include <cmath>
#include <initializer_list>

namespace loopscope {

Metrics Metrics::scaled(double factor) const
{
    Metrics out = *this;
    for (double Metrics::*length : {&Metrics::transportBar,   &Metrics::transportButton,
                                    &Metrics::toggle,         &Metrics::leftColumn,
                                    &Metrics::rightColumn,    &Metrics::timelineLeast,
                                    &Metrics::statusBar,      &Metrics::panelHeader,
                                    &Metrics::listRow,        &Metrics::gap,
                                    &Metrics::margin,         &Metrics::overview,
                                    &Metrics::ruler,          &Metrics::bookmarkFlag,
                                    &Metrics::runHeader,      &Metrics::costBar,
                                    &Metrics::loopLane,       &Metrics::loopBar,
                                    &Metrics::taskLane,       &Metrics::slice,
                                    &Metrics::inset,          &Metrics::ready,
                                    &Metrics::created,        &Metrics::sectionHeader,
                                    &Metrics::requestLane,    &Metrics::requestThin,
                                    &Metrics::requestFull,    &Metrics::outputLine,
                                    &Metrics::outputPadding,  &Metrics::runGap,
                                    &Metrics::legend,         &Metrics::laneHeader,
                                    &Metrics::laneHeaderMost, &Metrics::laneHeaderIndent,
                                    &Metrics::hatchLeast,     &Metrics::iconLeast,
                                    &Metrics::textPad,        &Metrics::costExcessLeast,
                                    &Metrics::tickLabel,      &Metrics::icon})
        out.*length = std::round(out.*length * factor);
    return out; // least widths, density columns and thresholds follow the pointer and the screen, not the
                // text
}

} // namespace loopscope
