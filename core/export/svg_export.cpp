// SPDX-License-Identifier: MIT
#include "core/export/svg_export.h"

#include "core/analysis/state_times.h"
#include "core/export/markup.h"
#include "core/export/svg_lanes.h"
#include "core/export/svg_style.h"

namespace loopscope {

namespace {

constexpr int pictureWidth = 1280;
constexpr double plotLeft = 240, plotWidth = 1010;
constexpr double legendHeight = 30;
constexpr double footHeight = 26;

struct LegendEntry
{
    const char *kind;
    const char *text;
};

constexpr LegendEntry legend[]{
    {"running", "running"}, {"ready", "ready"},   {"suspended", "suspended"}, {"created", "created"},
    {"done", "done"},       {"failed", "failed"}, {"cancelled", "cancelled"}, {"loop", "loop busy"},
    {"request", "request"}, {"job", "job"},       {"print", "print"}};

void drawLegend(TextSink &out)
{
    int x = 12;
    for (const LegendEntry &entry : legend) {
        const QByteArray at = QByteArray::number(x);
        out << "<rect class=\"ls-" + QByteArray(entry.kind) + "\" x=\"" + at +
                   "\" y=\"9\" width=\"14\" height=\"12\"/><text class=\"ls-text ls-ink2\" x=\"" +
                   QByteArray::number(x + 20) + "\" y=\"19\">" + entry.text + "</text>";
        x += 44 + 7 * int(qstrlen(entry.text));
    }
    out << '\n';
}

Nanos longestRun(const Store &store)
{
    Nanos length{1};
    for (const RunInfo &run : store.runs())
        length = std::max(length, endOf(run) - run.begin);
    return length;
}

/// What is drawn, and what is left out.
struct Extent
{
    double height = legendHeight;
    qsizetype drawn = 0, lanes = 0;
};

Extent extentOf(const Store &store)
{
    Extent extent;
    for (const RunInfo &run : store.runs()) {
        extent.height += SvgLanes::heightOf(run, extent.drawn);
        extent.drawn += SvgLanes::drawnOf(run, extent.drawn);
        extent.lanes += SvgLanes::lanesOf(run);
    }
    if (extent.drawn < extent.lanes || extent.lanes == 0)
        extent.height += footHeight;
    return extent;
}

} // namespace

void exportSvg(const Store &store, const RecordingInfo &info, TextSink &out)
{
    const Extent extent = extentOf(store);
    const QByteArray width = QByteArray::number(pictureWidth);
    const QByteArray height = QByteArray::number(int(extent.height + 0.5));
    const QString title = info.title.isEmpty() ? QStringLiteral("Loopscope") : info.title;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
               "\" viewBox=\"0 0 " + width + ' ' + height + "\" role=\"img\"><title>" +
               shortMarkup(title, 200) + "</title><style>" + svgStyle() +
               "</style>\n"
               "<rect class=\"ls-canvas\" width=\"100%\" height=\"100%\"/>\n";
    out << "<defs><pattern id=\"ls-waits\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
           "<rect class=\"ls-ground\" width=\"7\" height=\"7\"/>"
           "<path class=\"ls-hatch\" d=\"M-1,1l2,-2M0,7l7,-7M6,8l2,-2\"/></pattern></defs>\n";
    drawLegend(out);
    SvgLanes lanes(store, {longestRun(store), plotLeft, plotWidth}, out);
    double top = legendHeight;
    for (const RunInfo &run : store.runs()) {
        if (!out.isFailed())
            top = lanes.drawRun(run, top);
    }
    const QByteArray foot =
        extent.lanes == 0 ? QByteArray("This recording has no runs.")
                          : QByteArray::number(extent.lanes - extent.drawn) + " more lanes are not drawn.";
    if (extent.drawn < extent.lanes || extent.lanes == 0)
        out << "<text class=\"ls-text ls-ink2\" x=\"12\" y=\"" + QByteArray::number(int(top) + 17) + "\">" +
                   foot + "</text>\n";
    out << "</svg>\n";
}

} // namespace loopscope
