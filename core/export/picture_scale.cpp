// SPDX-License-Identifier: MIT
#include "core/export/picture_scale.h"

#include "core/base/json_text.h"

namespace loopscope {

namespace {

Nanos stepFor(Nanos length, int most)
{
    qint64 step = 1;
    const qint64 least = std::max<qint64>(1, length.count() / most);
    while (step * 10 <= least && step < qint64(1e18))
        step *= 10;
    for (const qint64 factor : {1, 2, 5, 10}) {
        if (length.count() / (step * factor) <= most)
            return Nanos(step * factor);
    }
    return Nanos(step * 20);
}

struct TickUnit
{
    qint64 nanos;
    const char *name;
};

TickUnit unitFor(Nanos step)
{
    if (step.count() >= 10'000'000)
        return {1'000'000'000, " s"};
    if (step.count() >= 10'000)
        return {1'000'000, " ms"};
    return step.count() >= 10 ? TickUnit{1'000, " µs"} : TickUnit{1, " ns"};
}

} // namespace

std::vector<PictureTick> ticksFor(Nanos length, int most)
{
    const Nanos step = stepFor(length, most);
    const TickUnit unit = unitFor(step);
    std::vector<PictureTick> ticks;
    for (qint64 at = 0;; at += step.count()) {
        ticks.push_back({Nanos(at), jsonNumber(double(at) / double(unit.nanos)) + unit.name});
        if (step.count() > length.count() - at)
            return ticks;
    }
}

} // namespace loopscope
