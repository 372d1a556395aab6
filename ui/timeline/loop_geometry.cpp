// SPDX-License-Identifier: MIT
#include "ui/timeline/loop_geometry.h"

#include "ui/style/time_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LoopGeometry)
};

/// Below so many pixels a busy column would not be seen.
constexpr double leastHeight = 2;
/// Two lag marks keep this distance.
constexpr double lagDistance = 72;
/// The texts of two losses keep this distance.
constexpr double lossDistance = 160;
/// So many passes for each column are summed up one by one.
constexpr size_t fewPasses = 8;

/// Passes are taken stretch by stretch: a stretch ends before a pass wide enough for a bar of its own, and
/// before a gap wide enough to be seen. Both are found without a look at the passes between (see PassList),
/// and a crowded stretch is drawn from running totals, so that the work follows the width of the view.
class LoopBuilder
{
public:
    explicit LoopBuilder(const LaneContext &lane) : m_lane(lane), m_passes(lane.run.passes) {}

    RowGeometry build()
    {
        addBar(BarKind::LoopIdle,
               m_lane.extent(m_lane.run.begin, m_lane.openEnd, m_lane.metrics.otherLeast, top(), bar()));
        const size_t first = firstVisible();
        const size_t end = m_passes.firstFrom(m_lane.axis.visible.end, first);
        for (size_t at = first; at < end;) {
            const size_t behind = stretchEnd(at, end);
            if (behind == at) {
                addBar(BarKind::LoopBusy, m_lane.extent(m_passes[at].begin, endOf(at), 0, top(), bar()));
                ++at;
            } else {
                addStretch(at, behind);
                at = behind;
            }
        }
        if (m_lane.run.realClock)
            addLags(first, end);
        addLosses();
        return std::move(m_out);
    }

private:
    struct Stroke
    {
        double from, to;
    };

    double bar() const { return m_lane.metrics.loopBar; }
    double top() const { return (m_lane.metrics.loopLane - bar()) / 2; }
    bool isOpen(size_t at) const { return at + 1 == m_passes.size() && !m_passes.back().end; }
    /// A pass whose end was lost takes no time; only the last one may go on.
    TracePoint endOf(size_t at) const
    {
        const PassInfo pass = m_passes[at];
        return isOpen(at) ? std::max(pass.begin, m_lane.openEnd) : pass.end.value_or(pass.begin);
    }
    Stroke strokeOf(size_t at) const { return {m_lane.axis.x(m_passes[at].begin), m_lane.axis.x(endOf(at))}; }
    bool isWide(const Stroke &stroke) const
    {
        return stroke.to - stroke.from >= 2 * m_lane.metrics.densityBelow;
    }
    bool isApart(const Stroke &before, const Stroke &stroke) const
    {
        return stroke.from - before.to > m_lane.metrics.densityColumn;
    }

    /// The first that reaches into the view.
    size_t firstVisible() const
    {
        const TracePoint edge = m_lane.axis.at(-LaneContext::beyond);
        const size_t inside = m_passes.firstFrom(edge);
        return inside > 0 && endOf(inside - 1) >= edge ? inside - 1 : inside;
    }

    /// Behind the narrow passes from `at` on that stand close together: `at` itself if that one is wide. What
    /// the index calls long or apart is looked at again, in pixels.
    size_t stretchEnd(size_t at, size_t end) const
    {
        const auto below = [this](double pixels) {
            return std::max(Nanos(0), m_lane.axis.length(pixels) - Nanos(2));
        };
        const Nanos wide = below(2 * m_lane.metrics.densityBelow);
        const Nanos gap = below(m_lane.metrics.densityColumn);
        const size_t last = isOpen(end - 1) && isWide(strokeOf(end - 1)) ? end - 1 : end; // not in the index
        size_t longer = m_passes.nextLonger(wide, at);
        while (longer < last && !isWide(strokeOf(longer)))
            longer = m_passes.nextLonger(wide, longer + 1);
        longer = std::min(longer, last);
        size_t apart = m_passes.nextAfterGap(gap, at + 1);
        while (apart < longer && !isApart(strokeOf(apart - 1), strokeOf(apart)))
            apart = m_passes.nextAfterGap(gap, apart + 1);
        return std::min(longer, apart);
    }

    void addBar(BarKind kind, const QRectF &rect)
    {
        if (m_lane.isVisible(rect))
            m_out.bars.push_back({kind, rect, rect.width(), {}, {}});
    }

    void addLags(size_t first, size_t end)
    {
        for (size_t at = m_passes.nextLonger(lagLimit, first); at < end;) {
            addLag(at);
            // The next mark stands so far right that its pass ends there: one at most has begun before.
            const size_t far = m_passes.firstFrom(m_lane.axis.at(m_out.marks.back().x + lagDistance), at + 1);
            at = m_passes.nextLonger(lagLimit, std::max(at + 1, far - 1));
        }
        if (end > first && isOpen(end - 1))
            addLag(end - 1); // the index does not know how long it is
    }

    void addLag(size_t at)
    {
        const TracePoint begin = m_passes[at].begin;
        const Nanos length = endOf(at) - begin;
        const double x = m_lane.axis.x(begin + length);
        if (length <= lagLimit || (!m_out.marks.empty() && x - m_out.marks.back().x < lagDistance))
            return;
        m_out.marks.push_back({MarkKind::Lag,
                               x,
                               m_lane.axis.x(begin),
                               top() + bar() / 2,
                               m_lane.axis.width - x,
                               durationText(length),
                               {}});
    }

    /// There are few: each stands for thousands of events. Those too close together for their texts share one.
    void addLosses()
    {
        qint64 events = 0;
        for (const LossInfo &loss : m_lane.run.losses) {
            const QRectF rect =
                m_lane.extent(loss.span.begin, loss.span.end, m_lane.metrics.otherLeast, top(), bar());
            if (!m_lane.isVisible(rect))
                continue;
            m_out.bars.push_back({BarKind::Lost, rect, rect.width(), {}, {}});
            if (events > 0 && rect.left() - m_out.marks.back().x < lossDistance)
                m_out.marks.pop_back();
            else
                events = 0;
            events += loss.events;
            m_out.marks.push_back({MarkKind::Bad, rect.right(), rect.left(), rect.center().y(),
                                   m_lane.axis.width - rect.right(),
                                   Tr::tr("%n event(s) lost", nullptr, int(events)), {}});
        }
    }

    /// Draws the narrow passes that stand close together: alone a bar, many of them as columns.
    void addStretch(size_t first, size_t end)
    {
        const double from = strokeOf(first).from;
        const double to = strokeOf(end - 1).to;
        const double column = m_lane.metrics.densityColumn;
        if (to - from < 2 * column) {
            addBar(BarKind::LoopBusy, {from, top(), std::max(to - from, m_lane.metrics.runningLeast), bar()});
            return;
        }
        const double left = std::floor(from / column) * column;
        std::vector<double> busy(size_t((to - left) / column) + 1);
        if (end - first > fewPasses * busy.size())
            sumByTotals(first, end, left, busy);
        else
            sumByPasses(first, end, left, busy);
        for (size_t i = 0; i < busy.size(); ++i) {
            const double height = std::clamp(busy[i] / column * bar(), leastHeight, bar());
            addBar(BarKind::LoopBusy, {left + double(i) * column, top() + bar() - height, column, height});
        }
    }

    /// How many pixels of each column are busy.
    void sumByPasses(size_t first, size_t end, double left, std::vector<double> &busy) const
    {
        const double column = m_lane.metrics.densityColumn;
        for (size_t at = first; at < end; ++at) {
            const Stroke stroke = strokeOf(at);
            const auto into = size_t((stroke.from - left) / column);
            const double inFirst = std::min(stroke.to, left + double(into + 1) * column) - stroke.from;
            busy[into] += inFirst;
            if (into + 1 < busy.size()) // narrow ones reach into the next column at most
                busy[into + 1] += stroke.to - stroke.from - inFirst;
        }
    }

    /// The same for a crowd.
    void sumByTotals(size_t first, size_t end, double left, std::vector<double> &busy) const
    {
        const double column = m_lane.metrics.densityColumn;
        size_t near = 0;
        Nanos before = m_passes.busyBefore(m_passes[first].begin, m_lane.openEnd, near);
        for (size_t i = 0; i < busy.size(); ++i) {
            const TracePoint edge = std::min(endOf(end - 1), m_lane.axis.at(left + double(i + 1) * column));
            const Nanos until = m_passes.busyBefore(edge, m_lane.openEnd, near);
            busy[i] = m_lane.axis.pixels(until - before);
            before = until;
        }
    }

    const LaneContext &m_lane;
    const PassList &m_passes;
    RowGeometry m_out;
};

} // namespace

RowGeometry loopGeometry(const LaneContext &lane)
{
    return LoopBuilder(lane).build();
}

} // namespace loopscope
