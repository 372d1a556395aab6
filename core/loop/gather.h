// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

#include <concepts>
#include <ranges>
#include <tuple>

namespace loopscope {

enum class ReturnExceptions { No, Yes };

/// What gather knows of its children, whatever their types.
class GatherChildren
{
public:
    GatherChildren(Loop &loop, ReturnExceptions returnExceptions)
        : m_collector(loop.nextCollector()), m_returnExceptions(returnExceptions)
    {
    }

    /// The next place; the same future may stand in several. Returns whether it is the first of this one.
    bool add(Ref<FutureBase> child);

    enum class Verdict { Wait, Fail, Collect };
    /// A child is done. Fail: the outer future gets `error`. Collect: it gets the results.
    [[nodiscard]] Verdict childDone(FutureBase &child, FutureBase &outer, std::exception_ptr &error);
    /// Cancels every place in order; returns whether any could be.
    bool cancel(const QString &message);
    [[nodiscard]] const std::vector<Ref<FutureBase>> &all() const { return m_children; }
    void clear() { m_children.clear(); }

private:
    std::vector<Ref<FutureBase>> m_children;
    quint32 m_collector;
    size_t m_distinctCount = 0;
    size_t m_finished = 0;
    ReturnExceptions m_returnExceptions;
    bool m_cancelRequested = false;
    bool m_cancelling = false;
};

/// The outer future of a gather (asyncio._GatheringFuture).
template<class R>
class GatherState final : public FutureState<R>, private LoopLink
{
public:
    using Collect = std::function<R(const std::vector<Ref<FutureBase>> &children)>;

    GatherState(Loop &loop, ReturnExceptions returnExceptions, Collect collect)
        : FutureState<R>(loop), m_children(loop, returnExceptions), m_collect(std::move(collect))
    {
        this->setAwaitWord(AwaitWord::Gather);
        loop.addLink(*this);
    }
    /// Watches the next child at once: if it is done already, its turn comes before the first step of a task that is
    /// made for the child after it.
    void add(const Ref<FutureBase> &child)
    {
        if (m_children.add(child))
            child->addCallback(&childDone, Ref<RefCounted>(this));
    }
    /// All children are there.
    void close()
    {
        if (m_children.all().empty())
            this->fulfil(m_collect({}));
    }
    /// Cancels the children and does not finish by itself: that comes when they end.
    bool cancel(const QString &message) override { return !this->done() && m_children.cancel(message); }

private:
    ~GatherState() override { this->loop().removeLink(*this); }

    static void childDone(RefCounted &self, RefCounted *child)
    {
        auto &outer = static_cast<GatherState &>(self);
        std::exception_ptr error;
        switch (outer.m_children.childDone(static_cast<FutureBase &>(*child), outer, error)) {
        case GatherChildren::Verdict::Wait:
            return;
        case GatherChildren::Verdict::Fail:
            return outer.finish(std::move(error));
        case GatherChildren::Verdict::Collect:
            return outer.fulfil(outer.m_collect(outer.m_children.all()));
        }
    }
    void unlink() override
    {
        const Ref<FutureBase> alive(this);
        for (const auto &child : m_children.all())
            child->removeCallback(&childDone, this);
        m_children.clear();
    }

    GatherChildren m_children;
    Collect m_collect;
};

/// The result a finished child left, or null if it left none.
template<class T>
const Stored<T> &resultOf(const Ref<FutureBase> &child)
{
    return static_cast<FutureState<T> &>(*child).result();
}

/// asyncio.gather for futures of any types, with `collect` to make the results of all; the others stand on it.
///
/// The outer future finishes one pass after the last child (its awaiter runs one pass later); or, without
/// ReturnExceptions, after the first child that fails or is cancelled, while the others go on. An empty gather is
/// done at once. Cancelling it cancels every child; it then ends cancelled when they have ended.
template<class R>
Future<R> gatherInto(Loop &loop, const std::vector<Ref<FutureBase>> &children, ReturnExceptions returnExceptions,
                     typename GatherState<R>::Collect collect)
{
    const auto outer = makeRef<GatherState<R>>(loop, returnExceptions, std::move(collect));
    for (const auto &child : children)
        outer->add(child);
    outer->close();
    return Ref<FutureState<R>>(outer);
}

namespace detail {
template<class A>
using GatheredType = typename std::remove_cvref_t<A>::value_type;

template<class... T, size_t... I>
auto collectTuple(const std::vector<Ref<FutureBase>> &all, std::index_sequence<I...>)
{
    return std::tuple<Stored<T>...>(resultOf<T>(all[I])...);
}
} // namespace detail

/// What gather takes: a coroutine that has not begun, or a future or task.
template<class A>
concept Gatherable = qcoro::isTask<A> || std::derived_from<std::remove_cvref_t<A>, AnyFuture>;

template<class R>
concept GatherableRange = std::ranges::input_range<R> && Gatherable<std::ranges::range_reference_t<R>>;

/// gather(*awaitables): the results in the order of the range. Coroutines of an rvalue range are moved from.
template<GatherableRange Range>
auto gather(Range &&range)
{
    using T = detail::GatheredType<std::ranges::range_reference_t<Range>>;
    using Results = std::vector<Stored<T>>;
    Loop &loop = *Loop::running();
    const auto outer = makeRef<GatherState<Results>>(loop, ReturnExceptions::No, [](const auto &all) {
        Results results;
        results.reserve(all.size());
        for (const auto &child : all)
            results.push_back(resultOf<T>(child));
        return results;
    });
    for (auto &&awaitable : range) {
        if constexpr (qcoro::isTask<decltype(awaitable)>)
            outer->add(ensureFuture(loop, std::move(awaitable)).state());
        else
            outer->add(ensureFuture(loop, awaitable).state());
    }
    outer->close();
    return Future<Results>(Ref<FutureState<Results>>(outer));
}

/// gather(a(), b(), future): coroutines become tasks, in order; the results come as a tuple (std::monostate for void).
template<Gatherable... Awaitables>
auto gather(Awaitables &&...awaitables)
{
    using R = std::tuple<Stored<detail::GatheredType<Awaitables>>...>;
    using T = std::index_sequence_for<Awaitables...>;
    Loop &loop = *Loop::running();
    const auto outer = makeRef<GatherState<R>>(loop, ReturnExceptions::No, [](const auto &all) {
        return detail::collectTuple<detail::GatheredType<Awaitables>...>(all, T());
    });
    (outer->add(ensureFuture(loop, std::forward<Awaitables>(awaitables)).state()), ...);
    outer->close();
    return Future<R>(Ref<FutureState<R>>(outer));
}

} // namespace loopscope
