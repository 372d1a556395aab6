// SPDX-License-Identifier: MIT
#include "ui/tracks/track_geometry.h"

#include <algorithm>

namespace loopscope {

namespace {

/// How far shapes reach beyond the visible width, so that their edges do not show.
constexpr double beyond = 8;
/// A bar is so much lower than its row.
constexpr double rowGap = 2;

class Maker
{
public:
    Maker(const TrackStore &store, const TrackLane &lane, const TimeAxis &axis, const Metrics &metrics)
        : m_store(store), m_lane(lane), m_axis(axis), m_metrics(metrics)
    {
    }

    TrackGeometry made()
    {
        for (quint32 row = 0; row < m_store.rowCount(m_lane.track); ++row)
            addRow(row);
        addMarks();
        addValues();
        return std::move(m_out);
    }

private:
    [[nodiscard]] double clipped(double x) const { return std::clamp(x, -beyond, m_axis.width + beyond); }

    void addRow(quint32 number)
    {
        const SliceRow row = m_store.row(m_lane.track, number);
        const double top = m_lane.rowTop(number) - m_lane.top + rowGap / 2;
        const Nanos grain = std::max(Nanos(1), m_axis.length(m_metrics.densityColumn));
        for (const RowPart &part : row.visible(m_axis.visible, grain)) {
            const double left = clipped(m_axis.x(part.span.begin));
            const double right = clipped(m_axis.x(part.span.end));
            TrackBar bar{.first = {m_lane.track, number, part.first}, .count = part.count};
            bar.rect = {left, top, std::max(right - left, m_metrics.otherLeast), m_lane.row - rowGap};
            if (part.count > 1)
                bar.share = std::min(1.0, double(part.covered.count()) / double(part.span.length().count()));
            m_out.bars.push_back(bar);
        }
    }

    void addMarks()
    {
        const auto instants = m_store.instants(m_lane.track);
        const auto isBefore = [](const TrackInstant &instant, TracePoint at) { return instant.at < at; };
        const Nanos grain = std::max(Nanos(1), m_axis.length(m_metrics.densityColumn));
        auto at = std::lower_bound(instants.begin(), instants.end(), m_axis.visible.begin, isBefore);
        while (at != instants.end() && at->at < m_axis.visible.end) {
            const auto next = std::lower_bound(at + 1, instants.end(), at->at + grain, isBefore);
            m_out.marks.push_back({m_axis.x(at->at), quint32(at - instants.begin()), quint32(next - at)});
            at = next;
        }
    }

    void addValues()
    {
        const auto samples = m_store.samples(m_lane.track);
        if (samples.empty())
            return;
        const auto isLess = [](const Sample &a, const Sample &b) { return a.value < b.value; };
        const auto [least, most] = std::minmax_element(samples.begin(), samples.end(), isLess);
        const double low = std::min(0.0, least->value), high = std::max(most->value, low + 1e-300);
        const double height = m_lane.row - 2 * rowGap;
        const double base = m_lane.head + rowGap + height;
        const auto y = [&](double value) { return base - height * (value - low) / (high - low); };
        const auto isBefore = [](const Sample &sample, TracePoint at) { return sample.at < at; };
        auto at = std::lower_bound(samples.begin(), samples.end(), m_axis.visible.begin, isBefore);
        if (at != samples.begin())
            --at; // its value still holds
        const Nanos pixel = std::max(Nanos(1), m_axis.length(1));
        while (at != samples.end() && at->at < m_axis.visible.end) {
            const auto next = std::lower_bound(at + 1, samples.end(), at->at + pixel, isBefore);
            const auto [lowest, highest] = std::minmax_element(at, next, isLess);
            m_out.values.push_back({clipped(m_axis.x(at->at)), y(lowest->value), y(highest->value)});
            if (next - at > 1)
                m_out.values.push_back(
                    {clipped(m_axis.x((next - 1)->at)), y((next - 1)->value), y((next - 1)->value)});
            at = next;
        }
    }

    const TrackStore &m_store;
    const TrackLane &m_lane;
    const TimeAxis &m_axis;
    const Metrics &m_metrics;
    TrackGeometry m_out;
};

} // namespace

TrackGeometry trackGeometry(const TrackStore &store, const TrackLane &lane, const TimeAxis &axis,
                            const Metrics &metrics)
{
    return Maker(store, lane, axis, metrics).made();
}

} // namespace loopscope
