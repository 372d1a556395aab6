// SPDX-License-Identifier: MIT
#include "ui/overview/overview_geometry.h"

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

constexpr double lineLeast = 1;
constexpr double lineMost = 4;
constexpr double lineGap = 2;
constexpr double inset = 3; ///< of the lines within their run's block
constexpr double runningLeast = 1.5;
constexpr double gripReach = 5;

TracePoint endOf(const RunInfo &run, const Store &store, TracePoint openEnd)
{
    const bool isNewest = store.runs().back().id == run.id;
    return run.end.value_or(isNewest ? std::max(run.last, openEnd) : run.last);
}

/// The running parts of one line, jumping over what falls into a pixel already drawn.
void addRunning(const TaskInfo &task, const OverviewMap &map, const QRectF &line, TracePoint end,
                std::vector<OverviewShape> &out)
{
    const Nanos pixel = std::max(Nanos(1), map.length(1));
    for (size_t at = 0; at < task.states.size();) {
        const StateSpan span = task.states[at];
        if (span.state != TaskState::Running) {
            ++at;
            continue;
        }
        const double from = map.x(span.begin);
        const double to = std::max(map.x(span.end.value_or(end)), from + runningLeast);
        out.push_back({OverviewKind::Running, {from, line.top(), to - from, line.height()}});
        at = task.states.firstFrom(std::max(span.begin + pixel, span.end.value_or(end)), at + 1);
    }
}

} // namespace

double OverviewMap::x(TracePoint at) const
{
    const auto whole = double(session.length().count());
    return whole > 0 ? left + double((at - session.begin).count()) / whole * width : left;
}

Nanos OverviewMap::length(double pixels) const
{
    return width > 0 ? Nanos(std::llround(pixels / width * double(session.length().count()))) : Nanos(0);
}

TracePoint OverviewMap::at(double x) const
{
    return session.begin + length(x - left);
}

OverviewLines::OverviewLines(double top, double height, size_t wanted)
    : m_top(top + inset), m_pitch(std::clamp((height - 2 * inset) / double(std::max<size_t>(1, wanted)),
                                             lineLeast + 1, lineMost + lineGap)),
      m_count(std::min(wanted, size_t(std::max(0.0, (height - 2 * inset) / m_pitch))))
{
}

QRectF OverviewLines::line(size_t number, double from, double to) const
{
    return {from, m_top + double(number) * m_pitch, std::max(runningLeast, to - from),
            std::max(lineLeast, m_pitch - lineGap)};
}

std::vector<OverviewShape> overviewShapes(const Store &store, const OverviewMap &map, double top,
                                          double height, TracePoint openEnd)
{
    std::vector<OverviewShape> out;
    for (const RunInfo &run : store.runs()) {
        const TracePoint end = endOf(run, store, openEnd);
        const double left = map.x(run.begin);
        out.push_back({OverviewKind::Run, {left, top, std::max(1.0, map.x(end) - left), height}});
        const OverviewLines lines(top, height, run.tasks.size());
        for (size_t i = 0; i < lines.count(); ++i) {
            const TaskInfo *task = store.task(run.tasks[i]);
            if (!task || task->states.empty())
                continue;
            const double from = map.x(task->states.front().begin);
            const double to = map.x(task->states.back().end.value_or(end));
            const QRectF line = lines.line(i, from, to);
            out.push_back({OverviewKind::Waiting, line});
            addRunning(*task, map, line, end, out);
        }
    }
    return out;
}

OverviewGrip gripAt(const QRectF &frame, double x)
{
    if (frame.isEmpty() || x < frame.left() - gripReach || x > frame.right() + gripReach)
        return OverviewGrip::None;
    const bool isNarrow = frame.width() < 3 * gripReach;
    if (std::abs(x - frame.left()) <= gripReach && !(isNarrow && x > frame.left()))
        return OverviewGrip::Left;
    if (std::abs(x - frame.right()) <= gripReach && !(isNarrow && x < frame.right()))
        return OverviewGrip::Right;
    return OverviewGrip::Frame;
}

} // namespace loopscope
