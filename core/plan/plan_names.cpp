// SPDX-License-Identifier: MIT
#include "core/plan/plan_names.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace loopscope {

namespace {

bool isKnownWord(const QString &key)
{
    static constexpr std::array others{"call", "args", "var", "type", "note", "spin", "params", "body"};
    if (findVerb(key))
        return true;
    for (const VerbSpec &verb : language()) {
        if (findOption(verb, key))
            return true;
    }
    return std::any_of(others.begin(), others.end(),
                       [&](const char *word) { return key == QLatin1String(word); });
}

bool assigns(const QString &key)
{
    const std::optional<Verb> verb = findVerb(key);
    return (verb && verbSpec(*verb).kind == ArgKind::Variable) || key == u"as" || key == u"into" ||
           key == u"each";
}

bool holdsValue(const QString &key)
{
    const std::optional<Verb> verb = findVerb(key);
    return (verb && verbSpec(*verb).kind == ArgKind::Value) || key == u"value" || key == u"args";
}

} // namespace

void PlanNames::addCoroutine(const QString &name, qsizetype params)
{
    m_coroutines.insert(name, {int(m_coroutineNames.size()), params});
    m_coroutineNames << name;
}

const PlanNames::Signature *PlanNames::coroutine(const QString &name) const
{
    const auto found = m_coroutines.constFind(name);
    return found == m_coroutines.cend() ? nullptr : &*found;
}

void PlanNames::collectShared(const JsonCursor &at, JsonProblems &problems)
{
    collect(at, Where::Shared, problems);
}

void PlanNames::collectLocals(const JsonCursor &at, JsonProblems &problems)
{
    collect(at, Where::Local, problems);
}

void PlanNames::addParam(const JsonCursor &at, JsonProblems &problems)
{
    if (m_shared.contains(at->text))
        problems.add(
            at, QT_TRANSLATE_NOOP("Problem", "\"%1\" is a shared variable already; name this one otherwise"),
            {at->text});
    else
        assign(at, Where::Local, problems);
}

Variable PlanNames::variable(const QString &name) const
{
    if (name == u"self")
        return {Scope::Self, 0};
    if (const auto shared = m_shared.constFind(name); shared != m_shared.cend())
        return {Scope::Shared, *shared};
    if (const auto local = m_locals.constFind(name); local != m_locals.cend())
        return {Scope::Local, *local};
    return {};
}

void PlanNames::collect(const JsonCursor &at, Where where, JsonProblems &problems)
{
    for (qsizetype i = 0; i < at.size(); ++i) {
        const JsonCursor child = at.child(i);
        if (at.isList()) {
            collect(child, where, problems);
            continue;
        }
        const QString &key = at.keyAt(i);
        if (child.isString() && assigns(key))
            assign(child, where, problems);
        else if (!holdsValue(key))
            collect(child, where, problems);
        if (child.isString() && !isKnownWord(key))
            m_tolerated.insert(child->text);
    }
}

void PlanNames::assign(const JsonCursor &at, Where where, JsonProblems &problems)
{
    QHash<QString, int> &places = where == Where::Shared ? m_shared : m_locals;
    QStringList &names = where == Where::Shared ? m_sharedNames : m_localNames;
    if (places.contains(at->text) || m_shared.contains(at->text))
        return;
    if (m_coroutines.contains(at->text))
        problems.add(at,
                     QT_TRANSLATE_NOOP("Problem", "\"%1\" is both a coroutine and a variable; rename one"),
                     {at->text});
    places.insert(at->text, int(names.size()));
    names << at->text;
}

} // namespace loopscope
