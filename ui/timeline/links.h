// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"
#include "ui/shared/selection.h"
#include "ui/timeline/lane_layout.h"

#include <vector>

namespace loopscope {

enum class LinkKind : quint8 {
    Creates, ///< a task made another
    Wakes,   ///< what happened made a task ready
};

/// One end of an arrow: a row, named by what it shows, and an instant of the recording.
struct LinkEnd
{
    RowKind row = RowKind::Loop;
    TaskId task = {};  ///< Task rows
    quint32 index = 0; ///< Request and Jobs rows
    TracePoint at = {};
    EventId event = {};

    bool operator==(const LinkEnd &) const = default;
};

struct Link
{
    LinkKind kind = LinkKind::Wakes;
    RunId run;
    LinkEnd from;
    LinkEnd to;

    bool operator==(const Link &) const = default;
};

/// All arrows of a run whose head lies in `span` (the recording's time), at most `most` of them.
[[nodiscard]] std::vector<Link> linksIn(const Store &store, const RunInfo &run, TimeSpan span, size_t most);

/// The arrows that explain a selected slice: what made its task and woke it, and what it made and woke; for a
/// suspended slice, what ended the wait.
[[nodiscard]] std::vector<Link> linksOf(const Store &store, const Selected &selected);

/// The row an end lies on; null when its run is folded.
[[nodiscard]] const Row *rowOf(const LaneLayout &layout, RunId run, const LinkEnd &end);

} // namespace loopscope
