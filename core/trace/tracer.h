// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/probe_ring.h"

#include <QByteArray>

#include <functional>

namespace loopscope {

/// A thread that has written records.
struct TracedThread
{
    quint64 id = 0;  ///< the system's
    QByteArray name; ///< as the system knows it
};

/// Records what the threads of this program do, each into a ring of its own. While it is off, a record costs a
/// comparison and a branch; while it is on, see ProbeRing. What the rings hold is fetched by `drain`.
///
///     static constinit const TraceSite site{"layout", __FILE__, __LINE__};
///     const TraceScope scope(site);
class Tracer
{
public:
    /// From now on records are written. `capacity`: of the rings that threads get with their first record.
    static void start(qsizetype capacity = 1 << 14);
    /// Records written from now on are none. What is open stays open: whoever drains ends it.
    static void stop() { s_isOn.store(false, std::memory_order_relaxed); }
    [[nodiscard]] static bool isOn() { return s_isOn.load(std::memory_order_relaxed); }
    [[nodiscard]] static TickSource tickSource();

    static void begin(const TraceSite &site, quint64 value = 0) noexcept
    {
        record(ProbeRecord::whatOf(ProbeRecord::Kind::Begin, site), value);
    }
    static void end(const TraceSite &site, quint64 value = 0) noexcept
    {
        record(ProbeRecord::whatOf(ProbeRecord::Kind::End, site), value);
    }
    static void instant(const TraceSite &site, quint64 value = 0) noexcept
    {
        record(ProbeRecord::whatOf(ProbeRecord::Kind::Instant, site), value);
    }

    /// All records that were written since the last time, thread by thread, in order within each. One thread at a time
    /// may drain. The rings of threads that have ended go when they are empty.
    static void drain(const std::function<void(const TracedThread &, const ProbeRecord &)> &take);

private:
    class ThreadEnd;

    static void record(quint64 what, quint64 value) noexcept
    {
        if (s_isOn.load(std::memory_order_relaxed) && !t_ring->write(what, value)) [[unlikely]]
            recordSlowly(what, value);
    }
    static void recordSlowly(quint64 what, quint64 value) noexcept;

    static inline constinit std::atomic<bool> s_isOn = false;
    static inline constinit ProbeRing s_noRing;
    // Found without a call, wherever the code stands.
    [[gnu::tls_model("initial-exec")]] static inline constinit thread_local ProbeRing *t_ring = &s_noRing;
};

/// A slice from here to the end of the block. The site must outlive the program's records, as static ones do.
class TraceScope
{
public:
    explicit TraceScope(const TraceSite &site, quint64 value = 0) noexcept : m_site(site)
    {
        Tracer::begin(site, value);
    }
    ~TraceScope() { Tracer::end(m_site); }
    TraceScope(const TraceScope &) = delete;
    TraceScope &operator=(const TraceScope &) = delete;

private:
    const TraceSite &m_site;
};

} // namespace loopscope
