// SPDX-License-Identifier: MIT
#include "core/listing/cpp_variables.h"

#include "core/listing/cpp_text.h"
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

namespace {

const QStringList noLocals;

const Steps &bodyOf(const Plan &plan, int coroutine)
{
    return coroutine < 0 ? plan.shared : plan.coroutines[size_t(coroutine)].body;
}

const QStringList &localsOf(const Plan &plan, int coroutine)
{
    return coroutine < 0 ? noLocals : plan.coroutines[size_t(coroutine)].locals;
}

/// The innermost block that holds all uses.
std::vector<const Steps *> commonBlocks(const std::vector<const VariableUse *> &uses)
{
    std::vector<const Steps *> common = uses.front()->blocks;
    for (const VariableUse *use : uses) {
        const auto end = std::ranges::mismatch(common, use->blocks).in1;
        common.erase(end, common.end());
    }
    return common;
}

} // namespace

CppScript::CppScript(const Plan &shown)
    : plan(shown), kinds(shown), types(shown, kinds), names(shown, cppReserved())
{
    const auto releasesLock = [](const Step &step) { return step.verb == Verb::Release; };
    for (const Coroutine &coroutine : plan.coroutines) {
        returns.push_back(
            contains(coroutine.body, [](const Step &step) { return step.verb == Verb::Return; }));
        releases = releases || contains(coroutine.body, releasesLock);
    }
}

CppVariables::CppVariables(CppScript &script, int coroutine)
    : m_script(script), m_coroutine(coroutine),
      m_uses(bodyOf(script.plan, coroutine), localsOf(script.plan, coroutine), script.plan.sharedNames)
{
    for (const VariableUse &use : m_uses.all()) {
        if (use.variable.scope == Scope::Local && !m_homes.contains(use.name))
            settle(use.name);
    }
}

QString CppVariables::name(Variable variable) const
{
    const Home *const found = home(variable);
    if (!found)
        return m_script.names.of(m_uses.nameOf(variable));
    return found->where == Home::Callbacks ? u'*' + found->name : found->name;
}

QString CppVariables::assigned(Variable variable, const Step &step) const
{
    if (!variable)
        return {};
    const Home *const found = home(variable);
    const bool isUsed = !found || isRead(variable);
    if (found && found->where == Home::Step && found->step == &step) {
        const QString unused = isUsed || type(variable) == u"Var" || type(variable) == u"QString"
                                   ? QString()
                                   : QStringLiteral("[[maybe_unused]] ");
        return isUsed || setsItsPath(step.verb)
                   ? unused + type(variable) + u' ' + found->name + QStringLiteral(" = ")
                   : QString();
    }
    return isUsed || setsItsPath(step.verb) ? name(variable) + QStringLiteral(" = ") : QString();
}

bool CppVariables::livesInLoop(const Step &loop) const
{
    const Home *const found = home(loop.as);
    return found && found->where == Home::Loop && found->step == &loop;
}

bool CppVariables::livesInClause(const ExceptClause &clause) const
{
    const Home *const found = home(clause.as);
    return found && found->where == Home::Clause;
}

bool CppVariables::isReadOtherwise(const ExceptClause &clause) const
{
    const QString name = m_uses.nameOf(clause.as);
    return std::ranges::any_of(m_uses.of(name), [&](const VariableUse *use) {
        const bool isInCallback = use->callbacks > 0; // where there is nothing to throw again
        return use->way == VariableUse::Reads && (isInCallback || !raisesAgain(*use->step, name));
    });
}

bool CppVariables::isRead(Variable variable) const
{
    return variable.scope == Scope::Shared || m_uses.isRead(m_uses.nameOf(variable));
}

QStringList CppVariables::declarations() const
{
    QStringList lines;
    for (const QString &each : m_order) {
        const Home &home = m_homes[each];
        const QString type = this->type(home.variable);
        if (home.where == Home::Callbacks)
            lines +=
                QStringLiteral("const auto %1 = newShared<%2>(%3);")
                    .arg(home.name, type, isParameter(home.variable) ? m_script.names.of(each) : QString());
        else if (home.where == Home::Function && type != u"Var" && type != u"QString")
            lines += QStringLiteral("[[maybe_unused]] %1 %2 = {};").arg(type, home.name);
        else if (home.where == Home::Function)
            lines += QStringLiteral("%1 %2;").arg(type, home.name);
    }
    return lines;
}

QStringList CppVariables::parameters() const
{
    QStringList parameters;
    for (const Variable &parameter : m_script.plan.coroutines[size_t(m_coroutine)].params) {
        const QString name = m_uses.nameOf(parameter);
        const QString unused = m_uses.of(name).empty() ? QStringLiteral("[[maybe_unused]] ") : QString();
        parameters += unused + type(parameter) + u' ' + m_script.names.of(name);
    }
    return parameters;
}

QString CppVariables::capture(const Steps &callback) const
{
    const bool uses = std::ranges::any_of(m_uses.all(), [&](const VariableUse &use) {
        return use.variable.scope == Scope::Local &&
               std::ranges::find(use.blocks, &callback) != use.blocks.end();
    });
    return uses ? QStringLiteral("=") : QString();
}

void CppVariables::settle(const QString &name)
{
    Home home = homeOf(m_uses.of(name));
    home.variable = m_uses.of(name).front()->variable;
    home.name = m_script.names.of(name);
    if (home.where == Home::Callbacks && isParameter(home.variable))
        home.name = m_script.names.fresh(QStringLiteral("shared_") + name);
    m_homes.insert(name, home);
    m_order += name;
}

CppVariables::Home CppVariables::homeOf(const std::vector<const VariableUse *> &uses) const
{
    const VariableUse &first = *uses.front();
    const auto sets = std::ranges::count_if(uses, [](auto *use) { return use->way != VariableUse::Reads; });
    const auto depths = std::ranges::minmax(uses, {}, &VariableUse::callbacks);
    const bool isCaptured = depths.max->callbacks != depths.min->callbacks ||
                            (depths.max->callbacks > 0 && commonBlocks(uses).size() < first.blocks.size());
    if (isParameter(first.variable))
        return {isCaptured && sets > 0 ? Home::Callbacks : Home::Parameter, nullptr, nullptr, {}, {}};
    const std::vector<const Steps *> block = commonBlocks(uses);
    const bool isLoop = first.step->verb == Verb::Repeat || first.step->verb == Verb::AsCompleted;
    // A callback sees the variable, not what it was; only of one that is set once it may have a copy.
    if (isCaptured &&
        (sets != 1 || block != first.blocks || isLoop || first.loops > 0 || first.way != VariableUse::Sets))
        return {Home::Callbacks, nullptr, nullptr, {}, {}};
    if (first.way != VariableUse::Sets)
        return {Home::Function, nullptr, nullptr, {}, {}};
    if (first.clause)
        return {block == first.blocks ? Home::Clause : Home::Function, first.step, first.clause, {}, {}};
    if (!isLoop)
        return {block == first.blocks ? Home::Step : Home::Function, first.step, nullptr, {}, {}};
    // Set by the loop itself, it may be used in the loop's body alone, and set nowhere else.
    const bool staysInside = std::ranges::all_of(uses, [&](const VariableUse *use) {
        return use == &first || (use->way == VariableUse::Reads &&
                                 std::ranges::find(use->blocks, &first.step->body) != use->blocks.end());
    });
    return {staysInside ? Home::Loop : Home::Function, first.step, nullptr, {}, {}};
}

bool CppVariables::isParameter(Variable variable) const
{
    if (m_coroutine < 0)
        return false;
    const std::vector<Variable> &params = m_script.plan.coroutines[size_t(m_coroutine)].params;
    return std::ranges::any_of(
        params, [&](Variable param) { return param.scope == variable.scope && param.slot == variable.slot; });
}

const CppVariables::Home *CppVariables::home(Variable variable) const
{
    if (variable.scope != Scope::Local)
        return nullptr;
    const auto found = m_homes.constFind(m_uses.nameOf(variable));
    return found == m_homes.cend() ? nullptr : &*found;
}

} // namespace loopscope
