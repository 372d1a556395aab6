// SPDX-License-Identifier: MIT
#include "ui/timeline/loop_geometry.h"

#include "ui/style/time_text.h"

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// Below so many pixels a busy column would not be seen.
constexpr double leastHeight = 2;
/// Two lag marks keep this distance.
constexpr double lagDistance = 72;

class LoopBuilder
{
public:
    explicit LoopBuilder(const LaneContext &lane) : m_lane(lane) {}

    RowGeometry build()
    {
        const RunInfo &run = m_lane.run;
        addBar(BarKind::LoopIdle,
               m_lane.extent(run.begin, m_lane.openEnd, m_lane.metrics.otherLeast, top(), bar()));
        const TracePoint edge = m_lane.axis.at(-LaneContext::beyond);
        auto pass = std::partition_point(run.passes.begin(), run.passes.end(),
                                         [&](const PassInfo &each) { return endOf(each) < edge; });
        for (; pass != run.passes.end() && pass->begin < m_lane.axis.visible.end; ++pass)
            addPass(*pass);
        flush();
        return std::move(m_out);
    }

private:
    struct Stroke
    {
        double from, to;
    };

    double bar() const { return m_lane.metrics.loopBar; }
    double top() const { return (m_lane.metrics.loopLane - bar()) / 2; }
    TracePoint endOf(const PassInfo &pass) const
    {
        return pass.end.value_or(std::max(pass.begin, m_lane.openEnd));
    }

    void addBar(BarKind kind, const QRectF &rect)
    {
        if (m_lane.isVisible(rect))
            m_out.bars.push_back({kind, rect, rect.width(), {}, {}});
    }

    void addPass(const PassInfo &pass)
    {
        const Stroke stroke{m_lane.axis.x(pass.begin), m_lane.axis.x(endOf(pass))};
        if (stroke.to - stroke.from >= 2 * m_lane.metrics.densityBelow) {
            flush();
            addBar(BarKind::LoopBusy, m_lane.extent(pass.begin, endOf(pass), 0, top(), bar()));
        } else {
            if (!m_stretch.empty() && stroke.from - m_stretch.back().to > m_lane.metrics.densityColumn)
                flush();
            m_stretch.push_back(stroke);
        }
        if (m_lane.run.realClock && endOf(pass) - pass.begin > lagLimit)
            addLag(pass, stroke.to);
    }

    void addLag(const PassInfo &pass, double x)
    {
        if (!m_out.marks.empty() && x - m_out.marks.back().x < lagDistance)
            return;
        m_out.marks.push_back({MarkKind::Lag,
                               x,
                               m_lane.axis.x(pass.begin),
                               top() + bar() / 2,
                               m_lane.axis.width - x,
                               durationText(endOf(pass) - pass.begin),
                               {}});
    }

    /// Draws the narrow passes that stand close together: alone a bar, many of them as columns.
    void flush()
    {
        if (m_stretch.empty())
            return;
        const double from = m_stretch.front().from;
        const double to = m_stretch.back().to;
        const double column = m_lane.metrics.densityColumn;
        if (to - from < 2 * column)
            addBar(BarKind::LoopBusy, {from, top(), std::max(to - from, m_lane.metrics.runningLeast), bar()});
        else
            addColumns(std::floor(from / column) * column, to);
        m_stretch.clear();
    }

    void addColumns(double from, double to)
    {
        const double column = m_lane.metrics.densityColumn;
        std::vector<double> busy(size_t((to - from) / column) + 1);
        for (const Stroke &stroke : m_stretch) {
            const auto first = size_t((stroke.from - from) / column);
            const double inFirst = std::min(stroke.to, from + double(first + 1) * column) - stroke.from;
            busy[first] += inFirst;
            if (first + 1 < busy.size()) // narrow ones reach into the next column at most
                busy[first + 1] += stroke.to - stroke.from - inFirst;
        }
        for (size_t i = 0; i < busy.size(); ++i) {
            const double height = std::clamp(busy[i] / column * bar(), leastHeight, bar());
            addBar(BarKind::LoopBusy, {from + double(i) * column, top() + bar() - height, column, height});
        }
    }

    const LaneContext &m_lane;
    std::vector<Stroke> m_stretch;
    RowGeometry m_out;
};

} // namespace

RowGeometry loopGeometry(const LaneContext &lane)
{
    return LoopBuilder(lane).build();
}

} // namespace loopscope
