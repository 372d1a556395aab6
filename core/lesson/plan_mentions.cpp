// SPDX-License-Identifier: MIT
#include "core/lesson/plan_mentions.h"

namespace loopscope {

namespace {

/// Walks through all steps, those inside steps too. Plans nest at most as deep as their JSON may.
class MentionCollector
{
public:
    void add(const Steps &steps)
    {
        for (const Step &step : steps)
            add(step);
    }

    void addNote(const QString &note)
    {
        if (!note.isEmpty())
            m_mentions.notes.insert(note);
    }

    [[nodiscard]] PlanMentions &mentions() { return m_mentions; }

private:
    void add(const Step &step)
    {
        addNote(step.note);
        if (step.verb == Verb::Task || step.verb == Verb::Spawn)
            addTaskName(step.text);
        add(step.body);
        if (!step.tryParts)
            return;
        for (const ExceptClause &clause : step.tryParts->clauses)
            add(clause.body);
        add(step.tryParts->otherwise);
        add(step.tryParts->finally);
    }

    void addTaskName(const ValueExpr &name)
    {
        if (!name)
            return;
        const Value *const value = std::get_if<Value>(&name.form);
        const QString *const text = value ? value->as<QString>() : nullptr;
        if (text)
            m_mentions.names.tasks << *text;
        else
            m_mentions.names.madeTaskNames = true;
    }

    PlanMentions m_mentions;
};

} // namespace

PlanMentions mentionsOf(const Plan &plan)
{
    MentionCollector collector;
    for (const Coroutine &coroutine : plan.coroutines) {
        collector.mentions().names.coroutines << coroutine.name;
        collector.addNote(coroutine.note);
        collector.add(coroutine.body);
    }
    for (const PlanRun &run : plan.runs) {
        collector.mentions().names.runs << run.name;
        collector.addNote(run.note);
    }
    collector.add(plan.shared);
    return std::move(collector.mentions());
}

} // namespace loopscope
