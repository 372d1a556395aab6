// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <QFlags>

namespace loopscope {

/// What a value can be.
enum class Kind : quint16 {
    Null = 1 << 0,
    Bool = 1 << 1,
    Whole = 1 << 2,
    Number = 1 << 3, ///< broken
    Text = 1 << 4,
    List = 1 << 5,
    Futures = 1 << 6, ///< a list of tasks and futures, as "into" makes it
    Object = 1 << 7,
    Outcome = 1 << 8, ///< the answer of "wait"
    Task = 1 << 9,
    Future = 1 << 10,
    Error = 1 << 11,
    Thing = 1 << 12, ///< a lock, semaphore, event, condition or queue
    Any = 1 << 13,   ///< nothing is known
};
Q_DECLARE_FLAGS(Kinds, Kind)
Q_DECLARE_OPERATORS_FOR_FLAGS(Kinds)

/// `kinds` are some, and all of them among `allowed`.
[[nodiscard]] inline bool onlyAmong(Kinds kinds, Kinds allowed)
{
    return kinds && !(kinds & ~allowed);
}

/// The kinds of a plan's variables, as far as its text shows them, whatever way it runs: so that a listing
/// writes
/// `{name}` where a text is all that can stand there, and not a call that is ready for everything.
class ValueKinds
{
public:
    explicit ValueKinds(const Plan &plan);

    /// In the body of that coroutine; -1 for "shared".
    [[nodiscard]] Kinds of(const Path &path, int coroutine) const;
    [[nodiscard]] Kinds of(const ValueExpr &expr, int coroutine) const;
    [[nodiscard]] Kinds of(Variable variable, int coroutine) const;
    /// What a call of the coroutine returns.
    [[nodiscard]] Kinds returnedBy(int coroutine) const { return m_returned[size_t(coroutine)]; }
    [[nodiscard]] Kinds of(const Item &item, int coroutine) const; ///< what awaiting it gives

private:
    void visit(const Steps &steps, int coroutine);
    void visit(const Step &step, int coroutine);
    void visitCalls(const Step &step, int coroutine);
    void bind(const Call &call, int coroutine);
    void add(Variable variable, int coroutine, Kinds kinds);
    void add(Kinds &to, Kinds kinds);
    [[nodiscard]] Kinds assigned(const Step &step, int coroutine) const;

    const Plan &m_plan;
    std::vector<Kinds> m_shared;
    std::vector<std::vector<Kinds>> m_locals; ///< by coroutine
    std::vector<Kinds> m_returned;
    Kinds m_queued;  ///< what stands in queues
    Kinds m_results; ///< of futures
    bool m_changed = false;
};

} // namespace loopscope
