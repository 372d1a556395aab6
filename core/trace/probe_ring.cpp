// SPDX-License-Identifier: MIT
#include "core/trace/probe_ring.h"

#include <algorithm>

namespace loopscope {

ProbeRing::ProbeRing(qsizetype capacity, TickSource source)
    : m_source(source), m_capacity(std::max(capacity, 4 * reserve)),
      m_records(std::make_unique<ProbeRecord[]>(size_t(m_capacity)))
{
    m_next = m_records.get();
    m_tail = m_records.get();
    setLimit();
}

/// How many records can be put from `next` on, over the end and round; one place stays empty, so that full and empty
/// differ.
qsizetype ProbeRing::room(const ProbeRecord *next) const
{
    const qsizetype ahead = m_tail.load(std::memory_order_acquire) - next;
    return ahead > 0 ? ahead - 1 : std::max<qsizetype>(ahead + m_capacity - 1, 0);
}

/// There must be room.
void ProbeRing::put(const ProbeRecord &record)
{
    ProbeRecord *at = m_next.load(std::memory_order_relaxed);
    if (at == end())
        at = m_records.get();
    *at = record;
    m_next.store(at + 1, std::memory_order_release);
}

void ProbeRing::setLimit()
{
    ProbeRecord *const next = m_next.load(std::memory_order_relaxed);
    const bool isSlow = m_lost > 0 || m_source != TickSource::TimeStampCounter;
    const qsizetype free = isSlow ? 0 : std::max<qsizetype>(room(next) - reserve, 0);
    m_limit = next + std::min<qsizetype>(free, end() - next);
}

bool ProbeRing::isDropped(ProbeRecord::Kind kind, qsizetype room)
{
    using Kind = ProbeRecord::Kind;
    if (kind == Kind::End && m_lostDepth > 0) {
        --m_lostDepth;
        return true;
    }
    if (kind == Kind::End) {
        m_lostEnds |= room == 0;
        return room == 0;
    }
    // Once something was lost, only a good deal of room ends the gap: else there would be many small ones.
    const qsizetype needed = m_lost > 0 ? m_capacity / 4 : reserve;
    if (m_lostDepth == 0 && room > needed)
        return false;
    m_lostDepth += kind == Kind::Begin ? 1 : 0;
    return true;
}

void ProbeRing::writeSlowly(quint64 what, quint64 value) noexcept
{
    const ProbeRecord record{readTicks(m_source), what, value};
    const qsizetype room = this->room(m_next.load(std::memory_order_relaxed));
    if (isDropped(record.kind(), room)) {
        ++m_lost;
    } else {
        if (m_lost > 0 && room > m_capacity / 4) {
            const quint64 endsAll = m_lostEnds ? ProbeRecord::allEnd : 0;
            put({record.ticks, quint64(ProbeRecord::Kind::Lost) | endsAll, m_lost});
            m_lost = 0;
            m_lostEnds = false;
        }
        put(record);
    }
    setLimit();
}

} // namespace loopscope
