// SPDX-License-Identifier: MIT
#include "core/listing/python_blocks.h"

#include "core/listing/python_steps.h"
#include "core/listing/python_text.h"
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

PythonBlocks::PythonBlocks(PythonScript &script, int coroutine, ListingWriter &writer)
    : m_script(script), m_expressions(script, coroutine), m_writer(writer)
{
}

void PythonBlocks::write(const Steps &body)
{
    const ListingWriter::Indent inside(m_writer);
    declare(body);
    steps(body);
    if (body.empty())
        m_writer.line(QStringLiteral("pass"));
}

/// What a function must say of its variables before its first step.
void PythonBlocks::declare(const Steps &body)
{
    declareShared(body);
    QStringList seen;
    for (const VariableUse &use : m_expressions.uses().all()) {
        if (use.variable.scope != Scope::Local || seen.contains(use.name))
            continue;
        seen += use.name;
        const auto uses = m_expressions.uses().of(use.name);
        const bool isSetHere = std::ranges::any_of(
            uses, [](const VariableUse *u) { return u->way == VariableUse::Sets && u->callbacks == 0; });
        const bool isSetInside = std::ranges::any_of(
            uses, [](const VariableUse *u) { return u->way != VariableUse::Reads && u->callbacks > 0; });
        // A list that "into" makes when it is first appended to.
        if (use.way == VariableUse::Appends)
            m_writer.line(m_expressions.name(use.variable) + QStringLiteral(" = []"));
        else if (isSetInside && !isSetHere && !m_expressions.isParameter(use.variable))
            m_writer.line(m_expressions.name(use.variable) + QStringLiteral(" = None"));
    }
}

/// The variables that are set in `body` itself, and belong to the module.
void PythonBlocks::declareShared(const Steps &body)
{
    QStringList names;
    for (const VariableUse &use : m_expressions.uses().all()) {
        const bool isHere = std::ranges::find(use.blocks, &body) != use.blocks.end();
        const QString name = m_script.names.of(use.name);
        if (isHere && use.variable.scope == Scope::Shared && use.way == VariableUse::Sets &&
            !names.contains(name))
            names += name;
    }
    if (!names.isEmpty())
        m_writer.line(QStringLiteral("global ") + names.join(QStringLiteral(", ")));
}

void PythonBlocks::steps(const Steps &steps)
{
    for (const Step &each : steps)
        step(each);
}

void PythonBlocks::block(const Steps &steps)
{
    const ListingWriter::Indent inside(m_writer);
    this->steps(steps);
    if (steps.empty())
        m_writer.line(QStringLiteral("pass"));
}

void PythonBlocks::step(const Step &step)
{
    ListingWriter::StepLines lines(m_writer, step);
    if (!m_caught.isEmpty() && raisesAgain(step, m_caught.last()))
        return m_writer.line(QStringLiteral("raise"));
    if (const auto statement = pythonStatement(m_expressions, step)) {
        if (statement->isCall)
            return m_writer.call(statement->head, statement->arguments, statement->tail);
        return m_writer.line(statement->head);
    }
    // clang-format off
    switch (step.verb) {
    case Verb::Task: return task(step, QStringLiteral("asyncio.create_task"));
    case Verb::Spawn: return task(step, m_groups.last() + QStringLiteral(".create_task"));
    case Verb::Try: return attempt(step);
    case Verb::Repeat: return repeat(step);
    case Verb::AsCompleted: return asCompleted(step);
    case Verb::WithTimeout: return withTimeout(step);
    case Verb::Reschedule: return reschedule(step);
    case Verb::Group: return group(step);
    case Verb::With:
        m_writer.line(QStringLiteral("async with ") + m_expressions.path(step.path) + u':');
        return block(step.body);
    default: return callback(step, lines);
    }
    // clang-format on
}

void PythonBlocks::task(const Step &step, const QString &creator)
{
    QStringList arguments{m_expressions.call(std::get<Call>(step.items.front()))};
    if (step.text)
        arguments += QStringLiteral("name=") + m_expressions.text(step.text);
    const QString created = creator + u'(' + arguments.join(QStringLiteral(", ")) + u')';
    const QString list = step.into ? m_expressions.name(step.into.variable) : QString();
    if (!step.as && !step.into)
        return m_writer.call(creator, arguments, {});
    if (step.as)
        m_writer.line(m_expressions.name(step.as) + QStringLiteral(" = ") + created);
    if (step.into)
        m_writer.line(list + QStringLiteral(".append(") + (step.as ? m_expressions.name(step.as) : created) +
                      u')');
}

void PythonBlocks::attempt(const Step &step)
{
    static const TryParts none;
    const TryParts &parts = step.tryParts ? *step.tryParts : none;
    const bool catches = !parts.clauses.empty();
    if (!catches && parts.finally.empty()) {
        steps(step.body); // Python has no try that catches nothing
        return steps(parts.otherwise);
    }
    m_writer.line(QStringLiteral("try:"));
    block(step.body);
    if (!catches && !parts.otherwise.empty()) {
        const ListingWriter::Indent inside(m_writer);
        steps(parts.otherwise);
    }
    for (const ExceptClause &each : parts.clauses)
        clause(each);
    if (catches && !parts.otherwise.empty()) {
        m_writer.line(QStringLiteral("else:"));
        block(parts.otherwise);
    }
    if (!parts.finally.empty()) {
        m_writer.line(QStringLiteral("finally:"));
        block(parts.finally);
    }
}

void PythonBlocks::clause(const ExceptClause &clause)
{
    QString head = QStringLiteral("except ") + pythonError(clause.type);
    if (!clause.as) {
        m_writer.line(head + u':');
        return block(clause.body);
    }
    const QString name = m_expressions.name(clause.as);
    if (m_expressions.uses().livesInClauses(m_expressions.uses().nameOf(clause.as))) {
        m_writer.line(head + QStringLiteral(" as ") + name + u':');
        m_caught += m_expressions.uses().nameOf(clause.as);
        block(clause.body);
        m_caught.removeLast();
        return;
    }
    // Python forgets the clause's own variable at its end.
    const QString caught = fresh(QStringLiteral("caught"));
    m_writer.line(head + QStringLiteral(" as ") + caught + u':');
    const ListingWriter::Indent inside(m_writer);
    m_writer.line(name + QStringLiteral(" = ") + caught);
    steps(clause.body);
}

void PythonBlocks::repeat(const Step &step)
{
    const QString count = m_expressions.value(step.subject);
    QString range = count;
    if (step.value) {
        const QString first = m_expressions.value(step.value);
        const Value *const from = std::get_if<Value>(&step.value.form);
        const Value *const times = std::get_if<Value>(&step.subject.form);
        const bool areKnown = from && times && from->as<qint64>() && times->as<qint64>();
        range = first + QStringLiteral(", ") +
                (areKnown ? QString::number(*from->as<qint64>() + *times->as<qint64>())
                          : first + QStringLiteral(" + ") + count);
    }
    const QString name = step.as ? m_expressions.name(step.as) : QStringLiteral("_");
    m_writer.line(QStringLiteral("for %1 in range(%2):").arg(name, range));
    block(step.body);
}

void PythonBlocks::asCompleted(const Step &step)
{
    const QString next = fresh(QStringLiteral("next_done"));
    const QString name = m_expressions.name(step.as);
    QStringList arguments{m_expressions.list(step.items, AsTasks::No)};
    if (step.timeout)
        arguments += QStringLiteral("timeout=") + m_expressions.value(step.timeout);
    m_writer.call(QStringLiteral("for %1 in asyncio.as_completed").arg(next), arguments, QStringLiteral(":"));
    const ListingWriter::Indent inside(m_writer);
    const QString get = QStringLiteral("%1 = await %2").arg(name, next);
    if (step.errors == Errors::Return) {
        const QString caught = fresh(QStringLiteral("caught"));
        m_writer.lines({QStringLiteral("try:"), QStringLiteral("    ") + get,
                        QStringLiteral("except Exception as %1:").arg(caught),
                        QStringLiteral("    %1 = %2").arg(name, caught)});
    } else {
        m_writer.line(get);
    }
    steps(step.body);
}

void PythonBlocks::withTimeout(const Step &step)
{
    QString head = QStringLiteral("async with asyncio.timeout(%1)").arg(m_expressions.value(step.subject));
    const bool isNamed =
        contains(step.body, [](const Step &inner) { return inner.verb == Verb::Reschedule; });
    m_timeouts += isNamed ? fresh(QStringLiteral("limit")) : QString();
    if (isNamed)
        head += QStringLiteral(" as ") + m_timeouts.last();
    m_writer.line(head + u':');
    block(step.body);
    m_timeouts.removeLast();
}

void PythonBlocks::reschedule(const Step &step)
{
    const Value *const literal = std::get_if<Value>(&step.subject.form);
    const QString delay = m_expressions.value(step.subject);
    const bool isNever = literal && literal->isNull();
    const QString when = isNever ? delay : QStringLiteral("asyncio.get_running_loop().time() + ") + delay;
    m_writer.line(QStringLiteral("%1.reschedule(%2)").arg(m_timeouts.last(), when));
}

void PythonBlocks::group(const Step &step)
{
    m_groups += fresh(QStringLiteral("group"));
    m_writer.line(QStringLiteral("async with asyncio.TaskGroup() as %1:").arg(m_groups.last()));
    block(step.body);
    m_groups.removeLast();
}

/// A callback that is one print: small enough for a lambda.
QString PythonBlocks::simpleCallback(const Step &step)
{
    if (step.body.size() != 1 || step.body.front().verb != Verb::Print)
        return {};
    const QString print = QStringLiteral("print(%1)").arg(m_expressions.printed(step.body.front().subject));
    return (step.verb == Verb::DoneCallback ? QStringLiteral("lambda _: ") : QStringLiteral("lambda: ")) +
           print;
}

void PythonBlocks::callback(const Step &step, ListingWriter::StepLines &lines)
{
    QString function = simpleCallback(step);
    const bool isSimple = !function.isEmpty();
    if (!isSimple) {
        function = fresh(QStringLiteral("callback"));
        const QString parameter = step.verb == Verb::DoneCallback ? QStringLiteral("_") : QString();
        m_writer.line(QStringLiteral("def %1(%2):").arg(function, parameter));
        {
            const ListingWriter::Indent inside(m_writer);
            declareIn(step.body);
        }
        const QStringList outside = std::exchange(m_caught, {});
        block(step.body);
        m_caught = outside;
        lines.waitsNext();
    } else {
        const ListingWriter::StepLines shown(m_writer, step.body.front());
    }
    const QString loop = QStringLiteral("asyncio.get_running_loop()");
    if (step.verb == Verb::CallSoon)
        m_writer.line(loop + QStringLiteral(".call_soon(%1)").arg(function));
    else if (step.verb == Verb::CallLater)
        m_writer.line(loop +
                      QStringLiteral(".call_later(%1, %2)").arg(m_expressions.value(step.subject), function));
    else
        m_writer.line(m_expressions.path(step.path) + QStringLiteral(".add_done_callback(%1)").arg(function));
}

/// What a callback must say of the variables around it that it sets.
void PythonBlocks::declareIn(const Steps &body)
{
    declareShared(body);
    QStringList names;
    for (const VariableUse &use : m_expressions.uses().all()) {
        const bool isHere = std::ranges::find(use.blocks, &body) != use.blocks.end();
        const QString name = m_script.names.of(use.name);
        if (isHere && use.variable.scope == Scope::Local && use.way == VariableUse::Sets &&
            !names.contains(name))
            names += name;
    }
    if (!names.isEmpty())
        m_writer.line(QStringLiteral("nonlocal ") + names.join(QStringLiteral(", ")));
}

} // namespace loopscope
