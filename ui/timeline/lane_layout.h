// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"
#include "ui/style/metrics.h"

#include <set>
#include <vector>

namespace loopscope {

enum class RowKind : quint8 {
    Run,     ///< a run's head: its name and its cost on the time axis
    Loop,    ///< the passes of its loop
    Task,    ///< one task
    Network, ///< the head of the requests
    Request, ///< one request
    Pool,    ///< the head of the executor's jobs
    Jobs,    ///< jobs, none overlapping another
    Output,  ///< what it printed
};

/// One horizontal strip of the timeline. Heights are content pixels from the top of the first row.
struct Row
{
    RowKind kind = RowKind::Run;
    RunId run = {};
    TaskId task = {};  ///< Task rows
    quint32 index = 0; ///< Request rows: place among the run's requests; Jobs rows: the lane
    double top = 0;
    double height = 0;

    [[nodiscard]] double bottom() const { return top + height; }
    bool operator==(const Row &) const = default;
};

/// All rows of a recording from top to bottom, without gaps but for the one between runs.
struct LaneLayout
{
    std::vector<Row> rows;
    double height = 0;

    bool operator==(const LaneLayout &) const = default;
    /// The row at a content height; null above the first, below the last and between runs.
    [[nodiscard]] const Row *rowAt(double y) const;
    /// The first row that ends below `y`; rows.size() if there is none.
    [[nodiscard]] size_t firstBelow(double y) const;
    [[nodiscard]] const Row *taskRow(TaskId task) const;
    [[nodiscard]] const Row *row(RowKind kind, RunId run) const;
};

/// Runs in `folded` show their head only.
[[nodiscard]] LaneLayout layOut(const Store &store, const Metrics &metrics, const std::set<RunId> &folded);

} // namespace loopscope
