// SPDX-License-Identifier: MIT
#include "ui/shared/recording.h"

#include <algorithm>

namespace loopscope {

namespace {

const Store &emptyStore()
{
    static const Store empty;
    return empty;
}

} // namespace

Recording::Recording(QObject *parent) : QObject(parent), m_store(&emptyStore()) {}

void Recording::replace(const Store *store)
{
    m_store = store ? store : &emptyStore();
    const bool wasLive = m_liveNow.has_value();
    m_liveNow.reset();
    Q_EMIT replaced();
    if (wasLive)
        Q_EMIT liveNowChanged();
}

void Recording::noteGrowth()
{
    Q_EMIT grew();
}

void Recording::setLiveNow(std::optional<TracePoint> now)
{
    if (now == m_liveNow)
        return;
    m_liveNow = now;
    Q_EMIT liveNowChanged();
}

TracePoint Recording::endOf(const RunInfo &run) const
{
    if (run.end)
        return *run.end;
    const bool isNewest = !m_store->runs().empty() && m_store->runs().back().id == run.id;
    return m_liveNow && isNewest ? std::max(*m_liveNow, run.last) : run.last;
}

TimeSpan Recording::alignedSpan() const
{
    TimeSpan out;
    for (const RunInfo &run : m_store->runs())
        out.end = std::max(out.end, TracePoint{} + (endOf(run) - run.begin));
    return out;
}

} // namespace loopscope
