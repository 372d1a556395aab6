// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/tick_clock.h"

#include <atomic>
#include <memory>

namespace loopscope {

/// A place in a program that writes records. Static, so that its address names it: no string is touched when it writes.
struct alignas(8) TraceSite
{
    const char *name;
    const char *file;
    quint32 line;
};

/// What a probe writes: nothing but numbers.
struct ProbeRecord
{
    enum class Kind : quint8 {
        Begin,   ///< a slice begins; slices of one thread nest
        End,     ///< the innermost slice ends
        Instant,
        Lost,    ///< here `value` records are missing, each slice with its begin and its end
    };

    quint64 ticks = 0; ///< of the ring's TickSource
    quint64 what = 0;  ///< the site's address, and the kind in the bits that are 0 there
    quint64 value = 0; ///< the caller's own: a task, an address, a number; of a Lost: how many

    [[nodiscard]] Kind kind() const { return Kind(what & 3); }
    /// Null of a Lost.
    [[nodiscard]] const TraceSite *site() const { return reinterpret_cast<const TraceSite *>(what & ~quint64(7)); }
    /// Of a Lost: ends are missing whose begins are not, so that all open slices of the thread end here.
    [[nodiscard]] bool endsAll() const { return (what & allEnd) != 0; }
    [[nodiscard]] static quint64 whatOf(Kind kind, const TraceSite &site)
    {
        return quint64(reinterpret_cast<quintptr>(&site)) + quint64(kind);
    }
    static constexpr quint64 allEnd = 4;
};
static_assert(sizeof(ProbeRecord) == 24);

/// Records on their way from the one thread that writes them to the one that reads them. No lock, no allocation and no
/// string: writing is a comparison, a reading of the clock, three stores and a store with release.
///
/// When the reader is too slow, whole events are lost, and never half a slice: while a begin is lost, so are all
/// records inside and its end; the end of a slice whose begin was written is written, too, in the places kept for
/// that. When there is room again, a Lost says how many there were. Reading the clock is nearly all that writing costs.
class ProbeRing
{
public:
    /// Room for `capacity` records (at least 4 times `reserve`).
    explicit ProbeRing(qsizetype capacity, TickSource source = TickSource::TimeStampCounter);
    /// No room at all, which is what a thread has before its first record.
    constexpr ProbeRing() noexcept = default;

    /// The writing thread only. False where the slow way, `writeSlowly`, has to be taken.
    [[nodiscard]] bool write(quint64 what, quint64 value) noexcept
    {
        ProbeRecord *const at = m_next.load(std::memory_order_relaxed);
        if (at == m_limit) [[unlikely]]
            return false;
        storeTicks(at->ticks);
        at->what = what;
        at->value = value;
        m_next.store(at + 1, std::memory_order_release);
        return true;
    }
    void writeSlowly(quint64 what, quint64 value) noexcept;

    /// The reading thread only: calls `take(const ProbeRecord &)` for every record written since the last time.
    template<class Take>
    void drain(Take take)
    {
        const ProbeRecord *const next = m_next.load(std::memory_order_acquire);
        const ProbeRecord *at = m_tail.load(std::memory_order_relaxed);
        if (next < at) {
            for (; at != end(); ++at)
                take(*at);
            at = m_records.get();
        }
        for (; at != next; ++at)
            take(*at);
        m_tail.store(at, std::memory_order_release);
    }

    /// Places kept for the ends of open slices: deeper ones are told of as lost (Lost::endsAll).
    static constexpr qsizetype reserve = 64;

private:
    [[nodiscard]] const ProbeRecord *end() const { return m_records.get() + m_capacity; }
    [[nodiscard]] qsizetype room(const ProbeRecord *next) const;
    void put(const ProbeRecord &record);
    void setLimit();
    [[nodiscard]] bool isDropped(ProbeRecord::Kind kind, qsizetype room);

    // The writer's.
    std::atomic<ProbeRecord *> m_next = nullptr;
    ProbeRecord *m_limit = nullptr; ///< reached: look where the reader is
    quint64 m_lost = 0;             ///< since the gap began; 0: there is none
    quint32 m_lostDepth = 0;        ///< slices open now whose begin was lost
    bool m_lostEnds = false;
    TickSource m_source = TickSource::TimeStampCounter; ///< another one: everything goes the slow way
    qsizetype m_capacity = 0;
    std::unique_ptr<ProbeRecord[]> m_records;
    // The reader's.
    alignas(64) std::atomic<const ProbeRecord *> m_tail = nullptr;
};

} // namespace loopscope
