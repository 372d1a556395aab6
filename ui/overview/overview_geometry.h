// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QRectF>

#include <vector>

namespace loopscope {

/// Where the recording's own time (runs end to end) lies on the strip.
struct OverviewMap
{
    TimeSpan session;
    double left = 0;
    double width = 0;

    bool operator==(const OverviewMap &) const = default;
    [[nodiscard]] double x(TracePoint at) const;
    [[nodiscard]] TracePoint at(double x) const;
    [[nodiscard]] Nanos length(double pixels) const;
};

enum class OverviewKind : quint8 { Run, Waiting, Running };

struct OverviewShape
{
    OverviewKind kind = OverviewKind::Run;
    QRectF rect;
};

/// Lines over each other within a block: as many as wanted, or as many as it has room for.
class OverviewLines
{
public:
    OverviewLines(double top, double height, size_t wanted);

    [[nodiscard]] size_t count() const { return m_count; }
    [[nodiscard]] QRectF line(size_t number, double from, double to) const;

private:
    double m_top;
    double m_pitch;
    size_t m_count;
};

/// One block for each run, in it a line for each task (the first ones, if there are many) with its running
/// parts. At most about one running shape for each pixel of a line, however many switches there are.
[[nodiscard]] std::vector<OverviewShape> overviewShapes(const Store &store, const OverviewMap &map,
                                                        double top, double height, TracePoint openEnd);

/// What a press on the strip takes hold of.
enum class OverviewGrip { None, Left, Right, Frame };
[[nodiscard]] OverviewGrip gripAt(const QRectF &frame, double x);

} // namespace loopscope
