// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"
#include "core/loop/wait_graph.h"

namespace loopscope {

/// What keeps a shield's outer future in step with its inner one.
template<class T>
class ShieldLink final : public RefCounted, public WaitLink, private LoopLink
{
public:
    ShieldLink(Ref<FutureState<T>> inner, Ref<FutureState<T>> outer)
        : m_inner(std::move(inner)), m_outer(std::move(outer)), m_loop(m_inner->loop())
    {
        m_loop.addLink(*this);
    }
    void start()
    {
        m_inner->addCallback(&innerDone, Ref<RefCounted>(this));
        m_outer->addCallback(&outerDone, Ref<RefCounted>(this));
    }
    void addWaiting(std::vector<const FutureBase *> &futures) const override { futures.push_back(m_outer.get()); }

private:
    ~ShieldLink() override { m_loop.removeLink(*this); }

    static void innerDone(RefCounted &self, RefCounted *)
    {
        auto &link = static_cast<ShieldLink &>(self);
        FutureState<T> &inner = *link.m_inner;
        FutureState<T> &outer = *link.m_outer;
        if (outer.cancelled())
            inner.markRetrieved();
        else if (inner.cancelled())
            outer.cancel();
        else if (const auto error = inner.exception())
            outer.setException(error);
        else
            outer.setResult(inner.result());
    }
    static void outerDone(RefCounted &self, RefCounted *)
    {
        auto &link = static_cast<ShieldLink &>(self);
        if (!link.m_inner->done())
            link.m_inner->removeCallback(&innerDone, &link);
    }
    void unlink() override
    {
        const Ref<RefCounted> alive(this);
        m_inner->removeCallback(&innerDone, this);
        m_outer->removeCallback(&outerDone, this);
    }

    Ref<FutureState<T>> m_inner;
    Ref<FutureState<T>> m_outer;
    Loop &m_loop;
};

/// asyncio.shield: awaiting it can be cancelled without cancelling `inner`. A future that is done is itself. Else one
/// pass after inner is done the shield is, with the same outcome (a cancellation without its message); cancelling the
/// shield cuts the link one pass later, and an error of inner after that is nobody's.
template<class T>
Future<T> shield(const Future<T> &inner)
{
    if (inner.done())
        return inner;
    const auto outer = makeRef<FutureState<T>>(inner.state()->loop());
    outer->setAwaitWord(AwaitWord::Shield);
    makeRef<ShieldLink<T>>(inner.typedState(), outer)->start();
    return outer;
}
template<class T>
Future<T> shield(QCoro::Task<T> &&coroutine)
{
    return shield<T>(ensureFuture(*Loop::running(), std::move(coroutine)));
}

} // namespace loopscope
