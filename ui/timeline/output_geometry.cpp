// SPDX-License-Identifier: MIT
#include "ui/timeline/output_geometry.h"

#include "ui/timeline/print_stacks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace loopscope {

RowGeometry outputGeometry(const LaneContext &lane)
{
    RowGeometry out;
    const Metrics &m = lane.metrics;
    const std::vector<PrintInfo> &prints = lane.run.prints;
    std::array<std::optional<size_t>, mostPrintLines> latest; // the line's last mark, by its index
    const TracePoint edge =
        lane.axis.at(-lane.axis.width); // a text begins left of the view and reaches into it
    size_t at = size_t(std::partition_point(prints.begin(), prints.end(),
                                            [edge](const PrintInfo &print) { return print.at < edge; }) -
                       prints.begin());
    for (; at < prints.size() && prints[at].at < lane.axis.visible.end; ++at) {
        const double x = lane.axis.x(prints[at].at);
        const quint32 line = printLine(prints[at]);
        if (latest[line]) {
            Mark &before = out.marks[*latest[line]];
            if (x - before.x < m.densityColumn)
                continue;
            before.room = x - before.x;
        }
        latest[line] = out.marks.size();
        const double y = m.outputPadding / 2 + (line + 0.5) * m.outputLine;
        out.marks.push_back(
            {MarkKind::Print, x, x, y, lane.axis.width - x, prints[at].text, prints[at].event});
    }
    return out;
}

} // namespace loopscope
