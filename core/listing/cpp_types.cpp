// SPDX-License-Identifier: MIT
#include "core/listing/cpp_types.h"

#include "core/listing/step_search.h"

namespace loopscope {

CppTypes::CppTypes(const Plan &plan, const ValueKinds &kinds) : m_plan(plan), m_kinds(kinds)
{
    const auto lookAt = [this](const Steps &steps, int coroutine) {
        (void)contains(steps, [&](const Step &step) {
            look(step, coroutine);
            return false;
        });
    };
    do {
        m_changed = false;
        lookAt(plan.shared, -1);
        for (const PlanRun &run : plan.runs)
            look(run.main, -1);
        for (size_t i = 0; i < plan.coroutines.size(); ++i)
            lookAt(plan.coroutines[i].body, int(i));
    } while (m_changed);
}

QString CppTypes::of(Variable variable, int coroutine) const
{
    if (m_vars.contains(keyOf(variable, coroutine)))
        return QStringLiteral("Var");
    const Kinds kinds = m_kinds.of(variable, coroutine);
    if (kinds == Kind::Text)
        return QStringLiteral("QString");
    if (kinds == Kind::Whole)
        return QStringLiteral("qint64");
    if (kinds == Kind::Bool)
        return QStringLiteral("bool");
    return onlyAmong(kinds, Kind::Whole | Kind::Number) ? QStringLiteral("double") : QStringLiteral("Var");
}

bool CppTypes::isVar(Variable variable, int coroutine) const
{
    return of(variable, coroutine) == u"Var";
}

quint64 CppTypes::keyOf(Variable variable, int coroutine)
{
    const int owner = variable.scope == Scope::Shared ? -1 : coroutine;
    return quint64(quint32(owner)) << 32 | quint32(variable.slot);
}

void CppTypes::look(const Step &step, int coroutine)
{
    for (const Item &item : step.items) {
        if (const Call *const call = std::get_if<Call>(&item))
            look(*call, coroutine);
    }
    // clang-format off
    switch (step.verb) {
    case Verb::Set:
    case Verb::Add:
        if (!isTyped(step.value, coroutine))
            spoil(step.path.variable, coroutine);
        break;
    case Verb::Repeat:
    case Verb::Done:
    case Verb::Cancelled:
    case Verb::Locked:
    case Verb::Qsize:
    case Verb::Cancelling:
    case Verb::Uncancel: break;
    case Verb::Cancel: // of one future a bool, of a list a Var
        if (m_kinds.of(step.as, coroutine) != Kind::Bool)
            spoil(step.as, coroutine);
        break;
    default: spoil(step.as, coroutine);
    }
    // clang-format on
}

void CppTypes::look(const Call &call, int coroutine)
{
    const Coroutine &called = m_plan.coroutines[size_t(call.coroutine)];
    for (size_t i = 0; i < call.arguments.size(); ++i) {
        if (!isTyped(call.arguments[i], coroutine))
            spoil(called.params[i], call.coroutine);
    }
}

void CppTypes::spoil(Variable variable, int coroutine)
{
    if (!variable || m_vars.contains(keyOf(variable, coroutine)))
        return;
    m_vars.insert(keyOf(variable, coroutine));
    m_changed = true;
}

bool CppTypes::isTyped(const ValueExpr &expr, int coroutine) const
{
    const Path *const path = std::get_if<Path>(&expr.form);
    return !path ||
           (path->keys.isEmpty() && path->variable.scope != Scope::Self && !isVar(path->variable, coroutine));
}

} // namespace loopscope
