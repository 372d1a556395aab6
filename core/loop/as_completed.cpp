// SPDX-License-Identifier: MIT
#include "core/loop/as_completed.h"

#include "core/loop/wait_graph.h"

#include <unordered_set>

namespace loopscope {

class AsCompleted::Line final : public RefCounted, public WaitLink, private LoopLink
{
public:
    explicit Line(Loop &loop) : m_loop(loop) { loop.addLink(*this); }

    static void onCompletion(RefCounted &self, RefCounted *future)
    {
        auto &line = static_cast<Line &>(self);
        if (line.m_todo.empty())
            return; // time was up first
        const AnyFuture done{Ref<FutureBase>(static_cast<FutureBase *>(future))};
        std::erase(line.m_todo, done);
        line.m_done.putNow(done);
        if (line.m_todo.empty() && line.m_timer)
            line.m_timer->cancel();
    }
    static void onTimeout(RefCounted &self, RefCounted *)
    {
        auto &line = static_cast<Line &>(self);
        for (const AnyFuture &future : std::exchange(line.m_todo, {})) {
            future.state()->removeCallback(&onCompletion, &line);
            line.m_done.putNow({}); // a dummy for each
        }
    }
    void start(std::vector<AnyFuture> futures, std::optional<Seconds> timeout)
    {
        m_todo = std::move(futures);
        for (const AnyFuture &future : m_todo)
            future.state()->addCallback(&onCompletion, Ref<RefCounted>(this));
        if (timeout && !m_todo.empty())
            m_timer = m_loop.scheduleAt(m_loop.deadlineIn(*timeout), &onTimeout, Ref<RefCounted>(this));
    }
    void addWaiting(std::vector<const FutureBase *> &futures) const override
    {
        for (const auto &getter : m_done.getters().line())
            futures.push_back(getter.get());
    }
    [[nodiscard]] sync::Queue<AnyFuture> &done() { return m_done; }
    [[nodiscard]] size_t todoCount() const { return m_todo.size(); }

private:
    ~Line() override { m_loop.removeLink(*this); }
    /// Left early, it stays with its timer, and with futures that may never be done.
    void unlink() override
    {
        const Ref<RefCounted> alive(this);
        m_timer = {};
        for (const AnyFuture &future : std::exchange(m_todo, {}))
            future.state()->removeCallback(&onCompletion, this);
    }

    Loop &m_loop;
    std::vector<AnyFuture> m_todo;
    sync::Queue<AnyFuture> m_done;
    Ref<Timer> m_timer;
};

AsCompleted::AsCompleted(std::vector<AnyFuture> futures, std::optional<Seconds> timeout)
    : m_line(makeRef<Line>(*Loop::running())), m_count(0)
{
    std::unordered_set<const FutureBase *> seen;
    std::erase_if(futures, [&](const AnyFuture &future) { return !seen.insert(future.state().get()).second; });
    m_line->start(std::move(futures), timeout);
    m_count = m_line->todoCount();
}

AsCompleted::~AsCompleted() = default;

QCoro::Task<AnyFuture> AsCompleted::next()
{
    AnyFuture future = co_await m_line->done().get();
    if (!future)
        throw TimeoutError();
    co_return future;
}

} // namespace loopscope
