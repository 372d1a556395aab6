// SPDX-License-Identifier: MIT
//
// From a task's states to shapes.
//
// A lane must be true at every zoom. Seen close, each state is a bar whose height says how near the task is
// to the processor: running fills the slice, suspended is inset, ready is the lower half, created is a line.
// Seen from afar a running step of half a millisecond would vanish, so short states have least widths;
// running is painted last and stays visible. That works while states are few. A lane with thousands of
// switches drawn with least widths would be solid blue, which is a lie; there, columns show which share of
// their time was spent running and ready.
//
// Which of the two holds is decided by the neighbourhood, not by the lane, for a lane may sleep for seconds
// and then work in a burst:
//   1. A state wide enough to carry a sign (Metrics::iconLeast) is a bar.
//   2. Narrower ones are taken window by window, a window being as wide as that. If a window has too many
//   switches
//      for its pixels it becomes columns, else bars.
//   3. What lies in a window is found by halving, so the work follows the width of the view and not the
//   length of
//      the recording. The totals that StateList keeps make a column cost the same however much it holds.
//
// Windows and columns lie on a grid of time, not of the view: panning moves the picture and changes nothing
// in it, and columns align in all lanes. Ends (done, failed, cancelled) are marks and always drawn.
//
// What we do not do: merge states into an invented one, or stretch time to make room.

#include "ui/timeline/span_geometry.h"

#include "ui/style/time_text.h"
#include "ui/timeline/slice_text.h"

#include <algorithm>

namespace loopscope {

namespace {

/// A few states closer together than two columns are a burst to be seen, not a crowd to be summed up.
constexpr size_t mostBarsInTiny = 12;
/// In a very long recording a column's edge may lie beside its place by so small a part of it: less than half
/// a pixel.
constexpr int edgeSlack = 8;

/// The last multiple of `step` at or before `at`.
TracePoint floored(TracePoint at, Nanos step)
{
    const qint64 rest = at.ns % step.count();
    return {at.ns - (rest < 0 ? rest + step.count() : rest)};
}

class LaneBuilder
{
public:
    LaneBuilder(const LaneContext &lane, const TaskInfo &task)
        : m_lane(lane), m_task(task), m_states(task.states)
    {
    }

    RowGeometry build()
    {
        size_t at = firstVisible();
        while (at < m_states.size() && m_states.beginOf(at) < m_lane.axis.visible.end) {
            if (isWide(at)) {
                addBar(at++);
                continue;
            }
            const size_t end = windowEnd(at);
            addWindow(at, end);
            at = end;
        }
        sumColumns();
        std::stable_sort(m_out.bars.begin(), m_out.bars.end(),
                         [](const Bar &a, const Bar &b) { return a.kind < b.kind; });
        addEnd();
        return std::move(m_out);
    }

private:
    struct Column
    {
        TracePoint at;
        bool isInstant;
    };

    TracePoint endOf(size_t at) const
    {
        const StateSpan span = m_states[at];
        return span.end.value_or(std::max(span.begin, m_lane.openEnd));
    }

    double top() const { return (m_lane.metrics.taskLane - m_lane.metrics.slice) / 2; }
    Nanos window() const { return std::max(Nanos(1), m_lane.axis.length(m_lane.metrics.iconLeast)); }
    Nanos column() const { return std::max(Nanos(1), m_lane.axis.length(m_lane.metrics.densityColumn)); }
    bool isWide(size_t at) const { return endOf(at) - m_states.beginOf(at) >= window(); }

    /// The first state after `at` that begins at or after `edge`.
    size_t firstFrom(TracePoint edge, size_t at) const { return m_states.firstFrom(edge, at); }

    /// The first state of the window at the left edge, or the one that reaches into it.
    size_t firstVisible() const
    {
        const TracePoint edge = floored(m_lane.axis.at(-LaneContext::beyond), window());
        const size_t inside = firstFrom(edge, 0);
        return inside > 0 && endOf(inside - 1) > edge ? inside - 1 : inside;
    }

    /// Behind the narrow states that begin in the window of state `at`.
    size_t windowEnd(size_t at) const
    {
        const size_t end = firstFrom(floored(m_states.beginOf(at), window()) + window(), at + 1);
        return end - 1 > at && isWide(end - 1) ? end - 1 : end; // only the last one can be wide
    }

    void addWindow(size_t at, size_t end)
    {
        const TimeSpan span{m_states.beginOf(at), endOf(end - 1)};
        const double width = m_lane.axis.pixels(span.length());
        const bool isTiny = width < 2 * m_lane.metrics.densityColumn;
        const bool isApart = !m_columnsEnd || *m_columnsEnd < span.begin; // not the tail of a crowd
        const auto count = double(end - at);
        const bool isBurst = isTiny && isApart && end - at <= mostBarsInTiny;
        if (!isBurst && width < m_lane.metrics.densityBelow * count)
            addColumns(span);
        else
            for (; at < end; ++at)
                addBar(at);
    }

    /// Whole columns, each once: two windows may share the one between them.
    void addColumns(TimeSpan span)
    {
        const Nanos length = column();
        const TracePoint edge = m_lane.axis.at(m_lane.axis.width + LaneContext::beyond);
        TracePoint at = floored(std::max(span.begin, m_lane.axis.at(-LaneContext::beyond)), length);
        if (m_columnsEnd && *m_columnsEnd > at)
            at = *m_columnsEnd;
        // A crowd at one instant of a virtual clock took no time at all, and is shown as work.
        const bool isInstant = span.length() == Nanos(0);
        for (; at <= span.end && at < edge; at += length)
            m_columns.push_back({at, isInstant});
        m_columnsEnd = at;
    }

    /// All columns of the lane at once.
    void sumColumns()
    {
        const Nanos length = column();
        std::vector<TracePoint> edges;
        for (const Column &each : m_columns) {
            if (edges.empty() || edges.back() != each.at)
                edges.push_back(each.at);
            edges.push_back(each.at + length);
        }
        const std::vector<TracePoint> asked = edges;
        const std::vector<StateTimes> times = m_states.timesBefore(edges, length / edgeSlack, m_lane.openEnd);
        size_t edge = 0;
        for (const Column &each : m_columns) {
            edge += asked[edge] != each.at ? 1 : 0;
            const auto whole = double((edges[edge + 1] - edges[edge]).count());
            const StateTimes &before = times[edge];
            const StateTimes &after = times[++edge];
            const auto share = [&](TaskState state) {
                return double((after.of(state) - before.of(state)).count()) / whole;
            };
            m_out.columns.push_back({m_lane.axis.x(each.at), m_lane.axis.pixels(length),
                                     each.isInstant ? 1 : share(TaskState::Running),
                                     share(TaskState::Ready)});
        }
    }

    BarKind kindOf(size_t at) const
    {
        const bool isLast = at + 1 == m_states.size();
        switch (m_states[at].state) {
        case TaskState::Created: return BarKind::Created;
        case TaskState::Ready: return BarKind::Ready;
        case TaskState::Running:
            return isLast && m_task.end == TaskEnd::Failed ? BarKind::Failed : BarKind::Running;
        case TaskState::Suspended: break;
        }
        // The wait that a cancellation ended: only its last ready and running steps come after it.
        const bool wasLastWait = at + 3 >= m_states.size();
        return wasLastWait && m_task.end == TaskEnd::Cancelled ? BarKind::Cancelled : BarKind::Suspended;
    }

    QRectF rectOf(size_t at, BarKind kind) const
    {
        const Metrics &m = m_lane.metrics;
        const TracePoint begin = m_states.beginOf(at);
        const double middle = top() + m.slice / 2;
        switch (kind) {
        case BarKind::Created:
            return m_lane.extent(begin, endOf(at), m.otherLeast, middle - m.created / 2, m.created);
        case BarKind::Ready:
            return m_lane.extent(begin, endOf(at), m.readyLeast, top() + m.slice - m.ready, m.ready);
        case BarKind::Running:
        case BarKind::Failed: return m_lane.extent(begin, endOf(at), m.runningLeast, top(), m.slice);
        default: return m_lane.extent(begin, endOf(at), m.otherLeast, middle - m.inset / 2, m.inset);
        }
    }

    SliceText textOf(size_t at, BarKind kind) const
    {
        switch (kind) {
        case BarKind::Suspended: return waitText(m_lane.store, m_states.eventOf(at));
        case BarKind::Cancelled: return {cancelledByText(m_lane.store, m_task)};
        case BarKind::Failed: return {failureType(m_lane.store, m_task)};
        case BarKind::Created: return {};
        default: return {durationText(endOf(at) - m_states.beginOf(at))};
        }
    }

    void addBar(size_t at)
    {
        const BarKind kind = kindOf(at);
        const QRectF rect = rectOf(at, kind);
        if (!m_lane.isVisible(rect))
            return;
        Bar bar{kind, rect, m_lane.axis.pixels(endOf(at) - m_states.beginOf(at)), m_states.eventOf(at), {}};
        if (rect.width() >= m_lane.metrics.iconLeast) {
            SliceText text = textOf(at, kind);
            bar.text = std::move(text.text);
            bar.glyph = text.glyph;
        }
        m_out.bars.push_back(std::move(bar));
    }

    void addEnd()
    {
        if (m_task.end == TaskEnd::Unfinished || m_states.empty())
            return;
        const StateSpan last = m_states.back();
        const double least =
            last.state == TaskState::Running ? m_lane.metrics.runningLeast : m_lane.metrics.otherLeast;
        const QRectF rect = m_lane.extent(last.begin, endOf(m_states.size() - 1), least, 0, 0);
        if (rect.right() < -LaneContext::beyond || rect.right() >= m_lane.axis.width + LaneContext::beyond)
            return;
        Mark mark{MarkKind::Done,
                  rect.right(),
                  rect.left(),
                  top() + m_lane.metrics.slice / 2,
                  m_lane.axis.width - rect.right(),
                  {},
                  m_task.finished};
        if (m_task.end == TaskEnd::Failed) {
            mark.kind = MarkKind::Failed;
            mark.text = failureText(m_lane.store, m_task);
        } else if (m_task.end == TaskEnd::Cancelled) {
            mark.kind = MarkKind::Cancelled;
            mark.text = cancelledByText(m_lane.store, m_task);
        }
        m_out.marks.push_back(std::move(mark));
    }

    const LaneContext &m_lane;
    const TaskInfo &m_task;
    const StateList &m_states;
    RowGeometry m_out;
    std::optional<TracePoint> m_columnsEnd;
    std::vector<Column> m_columns;
};

} // namespace

RowGeometry taskGeometry(const LaneContext &lane, const TaskInfo &task)
{
    return LaneBuilder(lane, task).build();
}

} // namespace loopscope
