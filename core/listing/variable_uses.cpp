// SPDX-License-Identifier: MIT
#include "core/listing/variable_uses.h"

#include <algorithm>

namespace loopscope {

bool setsItsPath(Verb verb)
{
    // clang-format off
    switch (verb) {
    case Verb::Set:
    case Verb::Future:
    case Verb::Lock:
    case Verb::Semaphore:
    case Verb::Event:
    case Verb::Condition:
    case Verb::Queue: return true;
    default: return false;
    }
    // clang-format on
}

VariableUses::VariableUses(const Steps &body, const QStringList &locals, const QStringList &sharedNames)
    : m_locals(locals), m_sharedNames(sharedNames)
{
    visit(body, {});
}

std::vector<const VariableUse *> VariableUses::of(const QString &name) const
{
    std::vector<const VariableUse *> found;
    for (const VariableUse &use : m_uses) {
        if (use.name == name)
            found.push_back(&use);
    }
    return found;
}

bool VariableUses::isRead(const QString &name) const
{
    return std::ranges::any_of(
        m_uses, [&](const VariableUse &use) { return use.name == name && use.way == VariableUse::Reads; });
}

QString VariableUses::nameOf(Variable variable) const
{
    return variable.scope == Scope::Shared ? m_sharedNames.value(variable.slot)
                                           : m_locals.value(variable.slot);
}

bool VariableUses::livesInClauses(const QString &name) const
{
    const std::vector<const VariableUse *> uses = of(name);
    const auto standsIn = [](const VariableUse &use, const ExceptClause &clause) {
        return std::ranges::find(use.blocks, &clause.body) != use.blocks.end();
    };
    return std::ranges::all_of(uses, [&](const VariableUse *use) {
        const auto covers = [&](const VariableUse *set) {
            return set->clause && set->clause != use->clause && standsIn(*use, *set->clause) &&
                   set->callbacks == use->callbacks;
        };
        const bool isCovered = std::ranges::any_of(uses, covers);
        return use->clause ? !isCovered : isCovered && use->way == VariableUse::Reads;
    });
}

void VariableUses::visit(const Steps &steps, Where where)
{
    where.blocks.push_back(&steps);
    for (const Step &step : steps)
        visit(step, where);
}

void VariableUses::visit(const Step &step, const Where &where)
{
    reads(step, where);
    const auto sets = [&](Variable variable, VariableUse::Way way) {
        if (variable)
            note({nameOf(variable), variable, way, &step, {}, 0, 0, nullptr, false}, where);
    };
    if (setsItsPath(step.verb))
        sets(step.path.variable, VariableUse::Sets);
    sets(step.into.variable, VariableUse::Appends);
    sets(step.as, VariableUse::Sets);
    if (step.verb == Verb::Add)
        sets(step.path.variable, VariableUse::Sets);
    Where inside = where;
    if (step.verb == Verb::CallSoon || step.verb == Verb::CallLater || step.verb == Verb::DoneCallback)
        ++inside.callbacks;
    if (step.verb == Verb::Repeat || step.verb == Verb::AsCompleted)
        ++inside.loops;
    visit(step.body, inside);
    if (step.tryParts)
        visitTry(step, where);
}

void VariableUses::visitTry(const Step &step, const Where &where)
{
    for (const ExceptClause &clause : step.tryParts->clauses) {
        Where inside = where;
        inside.blocks.push_back(&clause.body);
        if (clause.as)
            note({nameOf(clause.as), clause.as, VariableUse::Sets, &step, {}, 0, 0, &clause, false}, inside);
        visit(clause.body, where);
    }
    visit(step.tryParts->otherwise, where);
    visit(step.tryParts->finally, where);
}

void VariableUses::reads(const Step &step, const Where &where)
{
    if (step.path && !setsItsPath(step.verb))
        reads(step.path, step, where);
    for (const ValueExpr *expr : {&step.subject, &step.value, &step.text, &step.timeout})
        reads(*expr, step, where, false);
    for (const Item &item : step.items) {
        if (const Path *const path = std::get_if<Path>(&item))
            reads(*path, step, where);
        else
            for (const ValueExpr &argument : std::get<Call>(item).arguments)
                reads(argument, step, where, false);
    }
}

void VariableUses::reads(const ValueExpr &expr, const Step &step, const Where &where, bool inText)
{
    if (const Path *const path = std::get_if<Path>(&expr.form))
        reads(*path, step, where, inText);
    if (const TextExpr *const text = std::get_if<TextExpr>(&expr.form)) {
        for (const auto &part : text->parts) {
            if (const Path *const path = std::get_if<Path>(&part))
                reads(*path, step, where, true);
        }
    }
    if (const ListExpr *const list = std::get_if<ListExpr>(&expr.form)) {
        for (const ValueExpr &item : list->items)
            reads(item, step, where, true);
    }
    if (const ObjectExpr *const object = std::get_if<ObjectExpr>(&expr.form)) {
        for (const ValueExpr &value : object->values)
            reads(value, step, where, true);
    }
}

void VariableUses::reads(const Path &path, const Step &step, const Where &where, bool inText)
{
    note({path.name, path.variable, VariableUse::Reads, &step, {}, 0, 0, nullptr, inText}, where);
}

void VariableUses::note(VariableUse use, const Where &where)
{
    use.blocks = where.blocks;
    use.callbacks = where.callbacks;
    use.loops = where.loops;
    m_uses.push_back(std::move(use));
}

} // namespace loopscope
