// SPDX-License-Identifier: MIT
#include "core/trace/tracer.h"

#include <mutex>
#include <vector>

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace loopscope {

namespace {

/// A thread and what it has written. It outlives the thread until it is drained.
struct ThreadRing
{
    explicit ThreadRing(qsizetype capacity) : ring(capacity, Tracer::tickSource()) {}

    TracedThread thread;
    ProbeRing ring;
    std::atomic<bool> isOver = false;
};

/// Guards what follows, which is touched when a thread writes its first record and when records are fetched.
std::mutex s_mutex;
std::vector<std::shared_ptr<ThreadRing>> s_rings;
std::atomic<qsizetype> s_capacity = 1 << 14;

TracedThread thisThread()
{
    char name[64] = "";
    pthread_getname_np(pthread_self(), name, sizeof name);
    return {quint64(syscall(SYS_gettid)), name};
}

} // namespace

/// At the thread's end nobody writes any more, except destructors that run later still: those records are not taken.
class Tracer::ThreadEnd
{
public:
    ~ThreadEnd()
    {
        if (m_ring)
            m_ring->isOver = true;
        s_isOver = true;
        t_ring = &s_noRing;
    }
    void watch(std::shared_ptr<ThreadRing> ring)
    {
        t_ring = &ring->ring;
        m_ring = std::move(ring);
    }
    [[nodiscard]] static bool isOver() { return s_isOver; }

private:
    std::shared_ptr<ThreadRing> m_ring;
    static inline constinit thread_local bool s_isOver = false;
};

TickSource Tracer::tickSource()
{
    static const TickSource best = bestTickSource();
    return best;
}

void Tracer::start(qsizetype capacity)
{
    s_capacity = capacity;
    s_isOn.store(true, std::memory_order_relaxed);
}

void Tracer::recordSlowly(quint64 what, quint64 value) noexcept
{
    if (ThreadEnd::isOver())
        return;
    if (t_ring == &s_noRing) {
        auto ring = std::make_shared<ThreadRing>(s_capacity);
        ring->thread = thisThread();
        const std::lock_guard lock(s_mutex);
        s_rings.push_back(ring);
        thread_local ThreadEnd end;
        end.watch(std::move(ring));
    }
    t_ring->writeSlowly(what, value);
}

void Tracer::drain(const std::function<void(const TracedThread &, const ProbeRecord &)> &take)
{
    std::vector<std::shared_ptr<ThreadRing>> rings;
    {
        const std::lock_guard lock(s_mutex);
        rings = s_rings;
    }
    for (const auto &one : rings) {
        const bool isOver = one->isOver; // asked before its last records are fetched
        one->ring.drain([&](const ProbeRecord &record) { take(one->thread, record); });
        if (!isOver)
            continue;
        const std::lock_guard lock(s_mutex);
        std::erase(s_rings, one);
    }
}

} // namespace loopscope
