// SPDX-License-Identifier: MIT
#include "core/analysis/run_repeat.h"

#include "core/analysis/renumbering.h"
#include "core/trace/payload_view.h"

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

Store storeOf(const Store &store, const std::vector<RunId> &runs)
{
    Store part;
    Renumbering renumbering;
    Nanos removed{0};
    TracePoint behind;
    renumbering.begin(store, Nanos::zero());
    for (const RunId id : runs) {
        const RunInfo *const run = store.run(id);
        if (!run)
            continue;
        removed = run->begin - behind;
        for (EventId at = run->first; at <= run->lastEvent; ++at.value) {
            Event event = store.event(at);
            if (event.run != id)
                continue;
            event.at = event.at - removed;
            behind = std::max(behind, event.at);
            part.append(renumbering.take(event));
        }
    }
    return part;
}

} // namespace loopscope
