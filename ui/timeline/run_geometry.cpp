// SPDX-License-Identifier: MIT
#include "ui/timeline/run_geometry.h"

#include "ui/style/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RunGeometry)
};

bool hasResult(const RunInfo &run)
{
    return run.cost && run.outcome == QLatin1String("result");
}

QString outcomeText(const QString &outcome)
{
    if (outcome == QLatin1String("exception"))
        return Tr::tr("failed");
    if (outcome == QLatin1String("cancelled"))
        return Tr::tr("cancelled");
    if (outcome == QLatin1String("stalled"))
        return Tr::tr("stalled: nothing can wake it");
    return outcome == QLatin1String("abandoned") ? Tr::tr("abandoned") : outcome;
}

/// What is said beside the bar.
Mark remark(const LaneContext &lane)
{
    const RunInfo &run = lane.run;
    Mark out;
    if (!run.outcome.isEmpty() && run.outcome != QLatin1String("result")) {
        out.kind = MarkKind::Bad;
        out.text = outcomeText(run.outcome);
    } else if (lane.fastest && hasResult(run)) {
        const Nanos more = *run.cost - *lane.fastest;
        const double share = double(more.count()) / double(std::max<qint64>(1, lane.fastest->count()));
        out.kind = more > Nanos(0) ? MarkKind::Note : MarkKind::Good;
        out.text = more == Nanos(0) ? Tr::tr("fastest")
                   : share >= 0.01  ? differenceShareText(share)
                                    : differenceText(more);
    }
    return out;
}

} // namespace

std::optional<Nanos> fastestCost(const Store &store)
{
    std::optional<Nanos> least;
    int count = 0;
    for (const RunInfo &run : store.runs()) {
        if (!hasResult(run))
            continue;
        ++count;
        least = least ? std::min(*least, *run.cost) : *run.cost;
    }
    return count > 1 ? least : std::nullopt;
}

RowGeometry runGeometry(const LaneContext &lane)
{
    RowGeometry out;
    const RunInfo &run = lane.run;
    const Metrics &m = lane.metrics;
    const TracePoint end = run.cost ? run.begin + *run.cost : lane.openEnd;
    const double top = (m.runHeader - m.costBar) / 2;
    const TracePoint split = lane.fastest ? std::min(end, run.begin + *lane.fastest) : end;
    const bool exceeds = lane.axis.pixels(end - split) > m.costExcessLeast;

    const QRectF bar = lane.extent(run.begin, exceeds ? split : end, m.otherLeast, top, m.costBar);
    out.bars.push_back({BarKind::Cost, bar, bar.width(), run.first, run.main + QStringLiteral("()")});
    QRectF last = bar;
    if (exceeds) {
        last = lane.extent(split, end, 0, top, m.costBar);
        out.bars.push_back({BarKind::CostExcess, last, last.width(), run.first, differenceText(end - split)});
    }
    const double middle = m.runHeader / 2;
    const double room = lane.axis.width - last.right();
    out.marks.push_back(
        {MarkKind::Cost, last.right(), last.left(), middle, room, costText(end - run.begin), {}});
    if (Mark beside = remark(lane); !beside.text.isEmpty()) {
        beside.x = last.right();
        beside.left = last.left();
        beside.y = middle;
        beside.room = room;
        out.marks.push_back(std::move(beside));
    }
    return out;
}

} // namespace loopscope
