// SPDX-License-Identifier: MIT
#pragma once

#include "ui/overview/overview_content.h"
#include "ui/shared/shown_trace.h"

namespace loopscope {

/// Another program's trace: a line for each track with slices, or, where they are too many, for each n-th.
class TrackOverview : public OverviewContent
{
    Q_OBJECT

public:
    /// Borrowed.
    explicit TrackOverview(ShownTrace &trace);

    [[nodiscard]] TimeSpan session() const override { return m_trace.span(); }
    [[nodiscard]] quint64 revision() const override { return 0; } // a trace does not grow
    [[nodiscard]] std::vector<OverviewShape> shapes(const OverviewMap &map, double top,
                                                    double height) const override;
    [[nodiscard]] QList<Part> parts() const override { return {}; }
    [[nodiscard]] std::optional<TimeSpan> framed() const override;
    [[nodiscard]] std::optional<TracePoint> now() const override { return m_trace.now(); }
    void goTo(TracePoint at) override { m_trace.setNow(at); }

private:
    ShownTrace &m_trace;
};

} // namespace loopscope
