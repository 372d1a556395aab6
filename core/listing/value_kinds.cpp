// SPDX-License-Identifier: MIT
#include "core/listing/value_kinds.h"

namespace loopscope {

namespace {

struct KindOfValue
{
    Kinds operator()(std::monostate) const { return Kind::Null; }
    Kinds operator()(bool) const { return Kind::Bool; }
    Kinds operator()(qint64) const { return Kind::Whole; }
    Kinds operator()(double) const { return Kind::Number; }
    Kinds operator()(const QString &) const { return Kind::Text; }
    Kinds operator()(const ListRef &) const { return Kind::List; }
    Kinds operator()(const ObjectRef &) const { return Kind::Object; }
    Kinds operator()(const ErrorRef &) const { return Kind::Error; }
    Kinds operator()(const ThingRef &) const { return Kind::Any; }
};

bool endsInReturn(const Steps &steps)
{
    return !steps.empty() && steps.back().verb == Verb::Return;
}

/// What a part of such a value is.
Kinds partOf(Kinds whole, const QString &key)
{
    bool isIndex = false;
    key.toInt(&isIndex);
    if (whole == Kind::Outcome && !isIndex)
        return Kind::Futures;
    if (whole == Kind::Futures && isIndex)
        return Kind::Task | Kind::Future;
    return Kind::Any;
}

} // namespace

ValueKinds::ValueKinds(const Plan &plan)
    : m_plan(plan), m_shared(size_t(plan.sharedNames.size())), m_returned(plan.coroutines.size())
{
    for (const Coroutine &coroutine : plan.coroutines)
        m_locals.emplace_back(size_t(coroutine.locals.size()));
    // Each round can only add kinds, of which there are few.
    do {
        m_changed = false;
        visit(plan.shared, -1);
        for (const PlanRun &run : plan.runs)
            bind(run.main, -1);
        for (size_t i = 0; i < plan.coroutines.size(); ++i) {
            visit(plan.coroutines[i].body, int(i));
            if (!endsInReturn(plan.coroutines[i].body))
                add(m_returned[i], Kind::Null);
            add(m_results, m_returned[i]);
        }
    } while (m_changed);
}

Kinds ValueKinds::of(Variable variable, int coroutine) const
{
    if (variable.scope == Scope::Shared)
        return m_shared[size_t(variable.slot)];
    if (variable.scope == Scope::Local && coroutine >= 0)
        return m_locals[size_t(coroutine)][size_t(variable.slot)];
    return variable.scope == Scope::Self ? Kinds(Kind::Task | Kind::Null) : Kinds(Kind::Any);
}

Kinds ValueKinds::of(const Path &path, int coroutine) const
{
    Kinds kinds = of(path.variable, coroutine);
    for (const QString &key : path.keys)
        kinds = partOf(kinds, key);
    return kinds;
}

Kinds ValueKinds::of(const ValueExpr &expr, int coroutine) const
{
    if (const Value *const value = std::get_if<Value>(&expr.form))
        return value->visit(KindOfValue());
    if (const Path *const path = std::get_if<Path>(&expr.form))
        return of(*path, coroutine);
    if (std::get_if<TextExpr>(&expr.form))
        return Kind::Text;
    if (std::get_if<ListExpr>(&expr.form))
        return Kind::List;
    return std::get_if<ObjectExpr>(&expr.form) ? Kind::Object : Kind::Null;
}

Kinds ValueKinds::of(const Item &item, int coroutine) const
{
    const Call *const call = std::get_if<Call>(&item);
    return call ? returnedBy(call->coroutine) : of(std::get<Path>(item), coroutine) ? m_results : Kinds();
}

void ValueKinds::visit(const Steps &steps, int coroutine)
{
    for (const Step &step : steps)
        visit(step, coroutine);
}

void ValueKinds::visit(const Step &step, int coroutine)
{
    visitCalls(step, coroutine);
    const Kinds kinds = assigned(step, coroutine);
    add(step.as, coroutine, kinds);
    add(step.into.variable, coroutine, Kind::Futures);
    // clang-format off
    switch (step.verb) {
    case Verb::Set:
    case Verb::Add:
    case Verb::Future:
    case Verb::Lock:
    case Verb::Semaphore:
    case Verb::Event:
    case Verb::Condition:
    case Verb::Queue: add(step.path.variable, coroutine, kinds); break;
    case Verb::Put:
    case Verb::PutNowait: add(m_queued, of(step.value, coroutine)); break;
    case Verb::SetResult: add(m_results, of(step.value, coroutine)); break;
    case Verb::Return: add(m_returned[size_t(coroutine)], of(step.subject, coroutine)); break;
    default: break;
    }
    // clang-format on
    visit(step.body, coroutine);
    if (!step.tryParts)
        return;
    for (const ExceptClause &clause : step.tryParts->clauses) {
        add(clause.as, coroutine, Kind::Error);
        visit(clause.body, coroutine);
    }
    visit(step.tryParts->otherwise, coroutine);
    visit(step.tryParts->finally, coroutine);
}

void ValueKinds::visitCalls(const Step &step, int coroutine)
{
    for (const Item &item : step.items) {
        if (const Call *const call = std::get_if<Call>(&item))
            bind(*call, coroutine);
    }
}

void ValueKinds::bind(const Call &call, int coroutine)
{
    const Coroutine &called = m_plan.coroutines[size_t(call.coroutine)];
    for (size_t i = 0; i < call.arguments.size(); ++i)
        add(called.params[i], call.coroutine, of(call.arguments[i], coroutine));
}

void ValueKinds::add(Variable variable, int coroutine, Kinds kinds)
{
    if (variable.scope == Scope::Shared)
        add(m_shared[size_t(variable.slot)], kinds);
    else if (variable.scope == Scope::Local && coroutine >= 0)
        add(m_locals[size_t(coroutine)][size_t(variable.slot)], kinds);
}

void ValueKinds::add(Kinds &to, Kinds kinds)
{
    m_changed = m_changed || (kinds & ~to);
    to |= kinds;
}

/// What the step's variable gets: of `as`, or of the verb itself.
Kinds ValueKinds::assigned(const Step &step, int coroutine) const
{
    constexpr Kinds sums = Kind::Whole | Kind::Number | Kind::Any;
    constexpr Kinds single = Kind::Task | Kind::Future;
    // clang-format off
    switch (step.verb) {
    case Verb::Set:
    case Verb::Sleep:
    case Verb::Executor: return of(step.value, coroutine);
    case Verb::Add: return (of(step.path, coroutine) | of(step.value, coroutine)) & sums;
    case Verb::Await:
    case Verb::WaitFor:
    case Verb::Shield: return of(step.items.front(), coroutine);
    case Verb::AsCompleted: return step.errors == Errors::Return ? m_results | Kind::Error : m_results;
    case Verb::Result: return m_results;
    case Verb::Exception: return Kind::Error | Kind::Null;
    case Verb::Task:
    case Verb::Spawn: return Kind::Task;
    case Verb::Gather: return Kind::List;
    case Verb::Wait: return Kind::Outcome;
    case Verb::Cancel: return onlyAmong(of(step.path, coroutine), single) ? Kind::Bool : Kind::Any;
    case Verb::Uncancel:
    case Verb::Cancelling:
    case Verb::Repeat:
    case Verb::Qsize: return Kind::Whole;
    case Verb::Done:
    case Verb::Cancelled:
    case Verb::Locked: return Kind::Bool;
    case Verb::Future: return Kind::Future;
    case Verb::Lock:
    case Verb::Semaphore:
    case Verb::Event:
    case Verb::Condition:
    case Verb::Queue: return Kind::Thing;
    case Verb::Get:
    case Verb::GetNowait: return m_queued;
    default: return Kind::Any;
    }
    // clang-format on
}

} // namespace loopscope
