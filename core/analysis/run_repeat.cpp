// SPDX-License-Identifier: MIT
#include "core/analysis/run_repeat.h"

#include "core/analysis/renumbering.h"
#include "core/trace/payload_view.h"

#include <algorithm>
#include <limits>
#include <map>

namespace loopscope {

RunRepeat repeatOf(const Store &store, const RunInfo &run)
{
    if (!store.contains(run.first))
        return {};
    const QByteArray payload = store.payload(run.first);
    const PayloadView view(payload);
    const auto numberIn = [&view](QByteArrayView key) {
        const qint64 number = view.integer(key).value_or(0);
        return number > 0 && number <= 0xffffffff ? quint32(number) : 0;
    };
    if (const quint32 number = numberIn("warmup"))
        return {RunRepeat::Warmup, number};
    if (const quint32 number = numberIn("repeat"))
        return {RunRepeat::Measured, number};
    return {};
}

std::vector<std::vector<RunId>> measuredRepeats(const Store &store)
{
    std::map<quint32, std::vector<RunId>> byNumber;
    std::vector<RunId> all;
    for (const RunInfo &run : store.runs()) {
        const RunRepeat repeat = repeatOf(store, run);
        if (repeat.kind == RunRepeat::Measured)
            byNumber[repeat.number].push_back(run.id);
        if (repeat.kind != RunRepeat::Warmup)
            all.push_back(run.id);
    }
    if (byNumber.empty())
        return {all};
    std::vector<std::vector<RunId>> repeats;
    for (auto &[number, runs] : byNumber)
        repeats.push_back(std::move(runs));
    return repeats;
}

namespace {

/// Never before 0, nor behind the last nanosecond there is, whatever a damaged recording says. Negative: later.
TracePoint earlierBy(Nanos length, TracePoint at)
{
    if (length >= Nanos::zero())
        return {std::max<qint64>(0, at.ns - length.count())};
    const qint64 room = std::numeric_limits<qint64>::max() - at.ns;
    return {at.ns + std::min<qint64>(room, -length.count())};
}

} // namespace

Store storeOf(const Store &store, const std::vector<RunId> &runs)
{
    Store part;
    Renumbering renumbering;
    Nanos removed{0};
    TracePoint behind;
    for (const RunId id : runs) {
        const RunInfo *const run = store.run(id);
        if (!run)
            continue;
        removed = run->begin - behind;
        renumbering.begin(store, Nanos::zero(), run->first); // its causes lie in the run itself
        for (Event event : store.events(*run)) {
            event.at = earlierBy(removed, event.at);
            behind = std::max(behind, event.at);
            part.append(renumbering.take(event));
        }
    }
    return part;
}

} // namespace loopscope
