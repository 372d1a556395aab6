// SPDX-License-Identifier: MIT
#include "core/export/lane_pieces.h"

#include "core/analysis/state_times.h"

namespace loopscope {

namespace {

using Mix = std::array<double, 4>; ///< parts of a column's width, by TaskState

std::vector<LanePiece> singlePieces(const TaskInfo &task, const RunInfo &run, const PictureScale &scale)
{
    std::vector<LanePiece> pieces;
    for (const StateSpan span : task.states) {
        const TracePoint end = std::max(span.begin, span.end.value_or(endOf(run)));
        const double from = scale.x(span.begin - run.begin);
        pieces.push_back(
            {span.state, from, scale.x(end - run.begin) - from, 0, 1, end - span.begin, span.event});
    }
    return pieces;
}

/// Shares what lies between two positions among the columns it touches.
void spread(std::vector<Mix> &columns, TaskState state, double from, double to)
{
    const size_t last = columns.size() - 1;
    for (size_t column = std::min(size_t(from), last); column <= last && double(column) < to; ++column) {
        const double begin = std::max(from, double(column));
        const double end = std::min(to, double(column) + 1);
        if (end > begin)
            columns[column][size_t(state)] += end - begin;
    }
}

std::vector<Mix> columnsOf(const TaskInfo &task, const RunInfo &run, const PictureScale &scale)
{
    std::vector<Mix> columns(size_t(std::max(1.0, scale.width)), Mix{});
    for (const StateSpan span : task.states) {
        const TracePoint end = std::max(span.begin, span.end.value_or(endOf(run)));
        spread(columns, span.state, scale.x(span.begin - run.begin) - scale.left,
               scale.x(end - run.begin) - scale.left);
    }
    return columns;
}

/// Where a column is not filled, the rest of its height stays empty: above.
void addMix(std::vector<LanePiece> &pieces, const Mix &mix, double x, double width)
{
    double bottom = 1;
    for (const TaskState state :
         {TaskState::Running, TaskState::Ready, TaskState::Suspended, TaskState::Created}) {
        const double height = std::min(mix[size_t(state)], bottom);
        if (height < 0.001)
            continue;
        bottom -= height;
        pieces.push_back({state, x, width, bottom, height, Nanos::zero(), {}});
    }
}

/// To a hundredth, which nobody can tell apart.
Mix rounded(Mix mix)
{
    for (double &part : mix)
        part = double(int(part * 100 + 0.5)) / 100;
    return mix;
}

} // namespace

std::vector<LanePiece> lanePieces(const TaskInfo &task, const RunInfo &run, const PictureScale &scale)
{
    if (double(task.states.size()) <= scale.width)
        return singlePieces(task, run, scale);
    const std::vector<Mix> columns = columnsOf(task, run, scale);
    std::vector<LanePiece> pieces;
    for (size_t first = 0; first < columns.size();) {
        const Mix mix = rounded(columns[first]);
        size_t behind = first + 1;
        while (behind < columns.size() && rounded(columns[behind]) == mix)
            ++behind;
        addMix(pieces, mix, scale.left + double(first), double(behind - first));
        first = behind;
    }
    return pieces;
}

} // namespace loopscope
