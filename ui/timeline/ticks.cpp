// SPDX-License-Identifier: MIT
#include "ui/timeline/ticks.h"

#include "ui/style/time_text.h"

#include <algorithm>

namespace loopscope {

namespace {

constexpr qint64 minorPerMajor = 5;
/// From this many digits on a label shows an offset instead.
constexpr int mostDigits = 7;

qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

int digitsIn(const QString &text)
{
    return int(std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }));
}

QString labelOf(TracePoint at, Nanos step, std::optional<TracePoint> base)
{
    if (!base)
        return tickText(at, step);
    const TracePoint offset = TracePoint{} + (at - *base);
    return (offset.ns >= 0 ? QStringLiteral("+") : QString()) + tickText(offset, step);
}

} // namespace

Nanos roundStep(Nanos least)
{
    qint64 power = 1;
    while (power * 10 <= least.count() && power < 1'000'000'000'000'000)
        power *= 10;
    for (qint64 factor : {1, 2, 5})
        if (factor * power >= least.count())
            return Nanos(factor * power);
    return Nanos(10 * power);
}

Ticks ticksFor(const TimeAxis &axis, double labelLeast)
{
    Ticks out;
    if (axis.width <= 0 || axis.visible.length() <= Nanos(0))
        return out;
    out.step = roundStep(std::max(Nanos(minorPerMajor), axis.length(labelLeast)));
    if (digitsIn(tickText(axis.visible.end, out.step)) > mostDigits) {
        const qint64 coarse = out.step.count() * 10;
        out.base = TracePoint{floorDivide(axis.visible.begin.ns, coarse) * coarse};
    }
    const qint64 minor = out.step.count() / minorPerMajor;
    for (qint64 i = floorDivide(axis.visible.begin.ns, minor); i * minor <= axis.visible.end.ns; ++i) {
        const TracePoint at{i * minor};
        const bool isMajor = i % minorPerMajor == 0;
        out.ticks.push_back({axis.x(at), isMajor ? TickRank::Major : TickRank::Minor,
                             isMajor ? labelOf(at, out.step, out.base) : QString()});
    }
    return out;
}

} // namespace loopscope
