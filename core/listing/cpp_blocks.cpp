// SPDX-License-Identifier: MIT
#include "core/listing/cpp_blocks.h"

#include "core/listing/cpp_steps.h"
#include "core/listing/step_search.h"
#include "core/plan/error_types.h"

#include <algorithm>

namespace loopscope {

namespace {

bool isReturn(const Step &step)
{
    return step.verb == Verb::Return;
}

/// Whether the step's C++ has a co_await or co_return of its own, which a catch block must not.
bool awaits(const Step &step)
{
    switch (step.verb) {
    case Verb::Spawn:
    case Verb::Reschedule:
    case Verb::WithTimeout: // what awaits is in it
        return false;
    default:
        return verbSpec(step.verb).where == VerbSpec::TaskOnly;
    }
}

/// Whether an earlier clause takes all that some clause could: Python says nothing, C++ warns of such a
/// catch.
bool hasHiddenClause(const std::vector<ExceptClause> &clauses)
{
    for (size_t i = 0; i < clauses.size(); ++i) {
        for (size_t earlier = 0; earlier < i; ++earlier) {
            if (catches(clauses[earlier].type, clauses[i].type))
                return true;
        }
    }
    return false;
}

} // namespace

CppBlocks::CppBlocks(CppScript &script, int coroutine, ListingWriter &writer)
    : m_script(script), m_coroutine(coroutine), m_expressions(script, coroutine), m_writer(writer)
{
}

void CppBlocks::write(const Steps &body)
{
    m_writer.line(QStringLiteral("{"));
    {
        const ListingWriter::Indent inside(m_writer);
        m_writer.lines(m_expressions.variables().declarations());
        steps(body);
        const bool returns = m_coroutine >= 0 && m_script.returns[size_t(m_coroutine)];
        if (returns && !isReturn(body.back()))
            m_writer.line(QStringLiteral("co_return null;"));
        else if (m_coroutine >= 0 && !returns && !contains(body, awaits))
            m_writer.line(QStringLiteral("co_return;"));
    }
    m_writer.line(QStringLiteral("}"));
}

void CppBlocks::steps(const Steps &steps)
{
    for (const Step &each : steps)
        step(each);
}

void CppBlocks::block(const Steps &steps)
{
    {
        const ListingWriter::Indent inside(m_writer);
        this->steps(steps);
    }
    m_writer.line(QStringLiteral("}"));
}

void CppBlocks::step(const Step &step)
{
    ListingWriter::StepLines lines(m_writer, step);
    if (!m_caught.isEmpty() && raisesAgain(step, m_caught.last()))
        return m_writer.line(QStringLiteral("throw;"));
    if (const auto statement = cppStatement(m_expressions, step)) {
        const Call *const call = step.verb == Verb::Await ? std::get_if<Call>(&step.items.front()) : nullptr;
        const QString result = m_expressions.variables().assigned(step.as, step);
        if (call && !result.isEmpty() && !m_expressions.returns(*call))
            return m_writer.lines({QStringLiteral("co_await %1;").arg(m_expressions.call(*call)),
                                   result + QStringLiteral("null;")});
        if (statement->isCall)
            return m_writer.call(statement->head, statement->arguments, statement->tail);
        return m_writer.line(statement->head);
    }
    // clang-format off
    switch (step.verb) {
    case Verb::Task:
    case Verb::Spawn: return task(step);
    case Verb::Return: return returns(step);
    case Verb::Try: return attempt(step);
    case Verb::Repeat: return repeat(step);
    case Verb::AsCompleted: return asCompleted(step, lines);
    case Verb::With: return with(step, lines);
    case Verb::WithTimeout: return withTimeout(step);
    case Verb::Reschedule:
        return m_writer.line(QStringLiteral("%1.reschedule(%2);")
                                 .arg(m_timeouts.last(), m_expressions.maybeSeconds(step.subject)));
    case Verb::Group: return group(step, lines);
    default: return callback(step);
    }
    // clang-format on
}

void CppBlocks::task(const Step &step)
{
    const Call &call = std::get<Call>(step.items.front());
    const bool spawns = step.verb == Verb::Spawn;
    QStringList arguments = spawns ? QStringList{m_expressions.call(call)} : m_expressions.parts(call);
    if (step.text) {
        const QString options = u'{' + m_expressions.text(step.text) + QStringLiteral(", {}}");
        arguments = spawns ? arguments + QStringList{options}
                           : QStringList{QStringLiteral("*Loop::running()"), options} + arguments;
    }
    const QString creator =
        spawns ? m_groups.last() + QStringLiteral(".createTask") : QStringLiteral("createTask");
    const QString result = m_expressions.variables().assigned(step.as, step);
    if (!step.into)
        return m_writer.call(result + creator, arguments, QStringLiteral(";"));
    const QString list = name(step.into.variable);
    const QString append =
        list.startsWith(u'*') ? list.mid(1) + QStringLiteral("->append") : list + QStringLiteral(".append");
    const QString created = creator + u'(' + arguments.join(QStringLiteral(", ")) + u')';
    if (!result.isEmpty())
        m_writer.line(result + created + u';');
    m_writer.line(append + u'(' + (result.isEmpty() ? created : name(step.as)) + QStringLiteral(");"));
}

void CppBlocks::returns(const Step &step)
{
    const QString value = m_expressions.value(step.subject);
    if (m_guards.empty())
        return m_writer.line(QStringLiteral("co_return %1;").arg(value));
    m_writer.line(QStringLiteral("%1 = %2;").arg(m_guards.back().returned, value));
    m_writer.line(QStringLiteral("goto %1;").arg(m_guards.back().label));
}

void CppBlocks::attempt(const Step &step)
{
    if (!step.tryParts || step.tryParts->finally.empty())
        return attemptAndCatch(step);
    // What "finally" returns replaces what waits, and needs no waiting itself.
    const TryParts &parts = *step.tryParts;
    const Guard guard = open(
        contains(step.body, isReturn) || contains(parts.otherwise, isReturn) ||
                std::ranges::any_of(
                    parts.clauses, [](const ExceptClause &clause) { return contains(clause.body, isReturn); })
            ? Returns::Yes
            : Returns::No);
    {
        const ListingWriter::Indent inside(m_writer);
        attemptAndCatch(step);
    }
    close(guard);
    steps(step.tryParts->finally);
    rethrow(guard);
    leave(guard);
}

void CppBlocks::attemptAndCatch(const Step &step)
{
    static const TryParts none;
    const TryParts &parts = step.tryParts ? *step.tryParts : none;
    if (parts.clauses.empty()) {
        steps(step.body);
        return steps(parts.otherwise);
    }
    const bool canCatchHere =
        parts.otherwise.empty() && !hasHiddenClause(parts.clauses) &&
        std::ranges::none_of(parts.clauses, [](const auto &clause) { return contains(clause.body, awaits); });
    const QString caught = canCatchHere ? QString() : fresh("caught");
    if (!canCatchHere)
        m_writer.line(QStringLiteral("std::exception_ptr %1;").arg(caught));
    m_writer.line(QStringLiteral("try {"));
    {
        const ListingWriter::Indent inside(m_writer);
        steps(step.body);
    }
    if (canCatchHere)
        catchHere(parts);
    else
        catchBehind(parts, caught);
}

void CppBlocks::catchHere(const TryParts &parts)
{
    for (const ExceptClause &clause : parts.clauses) {
        m_writer.line(QStringLiteral("} catch (const %1 &) {").arg(clause.type));
        const ListingWriter::Indent inside(m_writer);
        const bool livesHere = m_expressions.variables().livesInClause(clause);
        if (clause.as && livesHere && m_expressions.variables().isReadOtherwise(clause))
            m_writer.line(QStringLiteral("const Var %1 = currentError();").arg(name(clause.as)));
        else if (clause.as && !livesHere)
            m_writer.line(name(clause.as) + QStringLiteral(" = currentError();"));
        m_caught += livesHere ? m_expressions.variables().uses().nameOf(clause.as) : QString();
        steps(clause.body);
        m_caught.removeLast();
    }
    m_writer.line(QStringLiteral("}"));
}

void CppBlocks::catchBehind(const TryParts &parts, const QString &caught)
{
    m_writer.lines({QStringLiteral("} catch (...) {"),
                    QStringLiteral("    %1 = std::current_exception();").arg(caught), QStringLiteral("}")});
    QString head = QStringLiteral("if");
    if (!parts.otherwise.empty()) {
        m_writer.line(QStringLiteral("if (!%1) {").arg(caught));
        const ListingWriter::Indent inside(m_writer);
        steps(parts.otherwise);
        head = QStringLiteral("} else if");
    }
    for (const ExceptClause &clause : parts.clauses) {
        m_writer.line(QStringLiteral("%1 (is<%2>(%3)) {").arg(head, clause.type, caught));
        const ListingWriter::Indent inside(m_writer);
        if (clause.as && m_expressions.variables().livesInClause(clause))
            m_writer.line(QStringLiteral("const Var %1 = errorOf(%2);").arg(name(clause.as), caught));
        else if (clause.as)
            m_writer.line(QStringLiteral("%1 = errorOf(%2);").arg(name(clause.as), caught));
        steps(clause.body);
        head = QStringLiteral("} else if");
    }
    m_writer.lines({QStringLiteral("} else if (%1) {").arg(caught),
                    QStringLiteral("    std::rethrow_exception(%1);").arg(caught), QStringLiteral("}")});
}

} // namespace loopscope
