// SPDX-License-Identifier: MIT
#include "core/listing/cpp_blocks.h"
#include "core/listing/step_search.h"

namespace loopscope {

// The steps that stand around others: loops, blocks that are entered and left, callbacks.

void CppBlocks::repeat(const Step &step)
{
    const bool livesHere = m_expressions.variables().livesInLoop(step) && step.as;
    const QString counter = livesHere ? name(step.as) : fresh("i");
    const Value *const from = std::get_if<Value>(&step.value.form);
    const Value *const times = std::get_if<Value>(&step.subject.form);
    const qint64 first = from ? qint64(from->number()) : 0;
    const bool isKnown = times && (!step.value || from);
    QString begin = QString::number(first);
    QString end = isKnown ? QString::number(first + qint64(times->number())) : fresh("end");
    if (!isKnown) {
        begin = step.value ? QStringLiteral("wholeOf(%1)").arg(m_expressions.value(step.value)) : begin;
        begin +=
            QStringLiteral(", %1 = %2").arg(end, step.value ? counter + QStringLiteral(" + ") : QString()) +
            QStringLiteral("countOf(%1)").arg(m_expressions.value(step.subject));
    }
    m_writer.line(QStringLiteral("for (qint64 %1 = %2; %1 < %3; ++%1) {").arg(counter, begin, end));
    {
        const ListingWriter::Indent inside(m_writer);
        if (step.as && !livesHere && m_expressions.variables().isRead(step.as))
            m_writer.line(name(step.as) + QStringLiteral(" = ") + counter + u';');
        steps(step.body);
    }
    m_writer.line(QStringLiteral("}"));
}

void CppBlocks::asCompleted(const Step &step, ListingWriter::StepLines &lines)
{
    const QString line = fresh("arriving");
    QStringList arguments{m_expressions.maybeSeconds(step.timeout)};
    m_writer.call(QStringLiteral("Completions ") + line, arguments + m_expressions.items(step.items),
                  QStringLiteral(";"));
    m_writer.line(QStringLiteral("while (%1.left() > 0) {").arg(line));
    {
        const ListingWriter::Indent inside(m_writer);
        const CppVariables &variables = m_expressions.variables();
        const QString type = variables.livesInLoop(step) ? variables.type(step.as) + u' ' : QString();
        const QString result =
            variables.isRead(step.as) ? type + name(step.as) + QStringLiteral(" = ") : QString();
        lines.waitsNext();
        m_writer.line(result + QStringLiteral("co_await %1.%2();")
                                   .arg(line, step.errors == Errors::Return ? QStringLiteral("nextOrError")
                                                                            : QStringLiteral("next")));
        steps(step.body);
    }
    m_writer.line(QStringLiteral("}"));
}

void CppBlocks::with(const Step &step, ListingWriter::StepLines &lines)
{
    const QString target = m_expressions.target(step.path);
    // Where a plan releases locks by itself, leaving can be an error, which a destructor cannot throw.
    if (!m_script.releases) {
        m_writer.line(QStringLiteral("{"));
        {
            const ListingWriter::Indent inside(m_writer);
            lines.waitsNext();
            m_writer.lines(
                {QStringLiteral("co_await %1acquire();").arg(target),
                 QStringLiteral("const Held %1(%2);").arg(fresh("held"), m_expressions.path(step.path))});
            steps(step.body);
        }
        return m_writer.line(QStringLiteral("}"));
    }
    m_writer.line(QStringLiteral("co_await %1acquire();").arg(target));
    const Guard guard = open(step.body);
    {
        const ListingWriter::Indent inside(m_writer);
        steps(step.body);
    }
    close(guard);
    m_writer.line(target + QStringLiteral("release();"));
    rethrow(guard);
    leave(guard);
}

void CppBlocks::withTimeout(const Step &step)
{
    const QString delay = m_expressions.maybeSeconds(step.subject);
    const Step *const only = step.body.size() == 1 ? &step.body.front() : nullptr;
    const Call *const call =
        only && only->verb == Verb::Await ? std::get_if<Call>(&only->items.front()) : nullptr;
    const QString result = call ? m_expressions.variables().assigned(only->as, *only) : QString();
    if (call && std::get_if<Value>(&step.subject.form) && delay != u"std::nullopt" &&
        (result.isEmpty() || m_expressions.returns(*call))) {
        const ListingWriter::StepLines inner(m_writer, *only);
        return m_writer.call(result + QStringLiteral("co_await timeout"), {delay, m_expressions.call(*call)},
                             QStringLiteral(";"));
    }
    const QString limit = fresh("limit");
    m_writer.lines(
        {QStringLiteral("Timeout %1(%2);").arg(limit, delay), limit + QStringLiteral(".enter();")});
    m_timeouts += limit;
    const Guard guard = open(step.body);
    {
        const ListingWriter::Indent inside(m_writer);
        steps(step.body);
    }
    close(guard);
    m_timeouts.removeLast();
    m_writer.line(QStringLiteral("leave(%1, %2);").arg(limit, guard.failure));
    leave(guard);
}

void CppBlocks::group(const Step &step, ListingWriter::StepLines &lines)
{
    m_groups += fresh("group");
    m_writer.line(QStringLiteral("TaskGroup %1;").arg(m_groups.last()));
    const Guard guard = open(step.body);
    {
        const ListingWriter::Indent inside(m_writer);
        steps(step.body);
    }
    close(guard);
    lines.waitsNext();
    m_writer.line(QStringLiteral("co_await %1.exit(%2);").arg(m_groups.takeLast(), guard.failure));
    leave(guard);
}

void CppBlocks::callback(const Step &step)
{
    const QString lambda = u'[' + m_expressions.variables().capture(step.body) + QStringLiteral("] {");
    if (step.verb == Verb::CallSoon)
        m_writer.line(QStringLiteral("Loop::running()->callSoon(") + lambda);
    else if (step.verb == Verb::CallLater)
        m_writer.line(
            QStringLiteral("Loop::running()->callLater(%1, ").arg(m_expressions.seconds(step.subject)) +
            lambda);
    else
        m_writer.line(m_expressions.target(step.path) + QStringLiteral("addDoneCallback(") + lambda);
    const std::vector<Guard> outside = std::exchange(m_guards, {});
    const QStringList caught = std::exchange(m_caught, {});
    {
        const ListingWriter::Indent inside(m_writer);
        steps(step.body);
    }
    m_guards = outside;
    m_caught = caught;
    m_writer.line(QStringLiteral("});"));
}

CppBlocks::Guard CppBlocks::open(const Steps &body)
{
    return open(contains(body, [](const Step &step) { return step.verb == Verb::Return; }) ? Returns::Yes
                                                                                           : Returns::No);
}

CppBlocks::Guard CppBlocks::open(Returns returns)
{
    Guard guard{fresh("failure"), {}, {}};
    m_writer.line(QStringLiteral("std::exception_ptr %1;").arg(guard.failure));
    if (returns == Returns::Yes) {
        guard.returned = fresh("returned");
        guard.label = fresh("afterwards");
        m_writer.line(QStringLiteral("std::optional<Var> %1;").arg(guard.returned));
    }
    m_guards.push_back(guard);
    m_writer.line(QStringLiteral("try {"));
    return guard;
}

void CppBlocks::close(const Guard &guard)
{
    m_guards.pop_back();
    m_writer.lines({QStringLiteral("} catch (...) {"),
                    QStringLiteral("    %1 = std::current_exception();").arg(guard.failure),
                    QStringLiteral("}")});
    if (!guard.label.isEmpty())
        m_writer.line(guard.label + u':');
}

void CppBlocks::rethrow(const Guard &guard)
{
    m_writer.lines({QStringLiteral("if (%1)").arg(guard.failure),
                    QStringLiteral("    std::rethrow_exception(%1);").arg(guard.failure)});
}

void CppBlocks::leave(const Guard &guard)
{
    if (guard.returned.isEmpty())
        return;
    if (m_guards.empty())
        return m_writer.lines({QStringLiteral("if (%1)").arg(guard.returned),
                               QStringLiteral("    co_return *%1;").arg(guard.returned)});
    m_writer.lines({QStringLiteral("if (%1) {").arg(guard.returned),
                    QStringLiteral("    %1 = *%2;").arg(m_guards.back().returned, guard.returned),
                    QStringLiteral("    goto %1;").arg(m_guards.back().label), QStringLiteral("}")});
}

} // namespace loopscope
