// SPDX-License-Identifier: MIT
#include "core/listing/cpp_blocks.h"
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Writes the program around the coroutines: first what the plan is about, last what it runs.
class CppProgram
{
public:
    CppProgram(const Plan &plan, const CppNames &names) : m_plan(plan), m_script(plan), m_names(names) {}

    Listing write();

private:
    void head();
    void forwardDeclarations();
    void sharedVariables();
    void coroutine(int index);
    [[nodiscard]] QString signature(int index, const QStringList &parameters) const;
    [[nodiscard]] QStringList mainOf(const PlanRun &run);
    void main(const std::vector<QStringList> &runs);

    const Plan &m_plan;
    CppScript m_script;
    const CppNames m_names;
    ListingWriter m_writer{QStringLiteral("//")};
};

Listing CppProgram::write()
{
    head();
    forwardDeclarations();
    if (!m_plan.shared.empty())
        sharedVariables();
    for (int i = 0; i < int(m_plan.coroutines.size()); ++i)
        coroutine(i);
    std::vector<QStringList> runs;
    for (const PlanRun &run : m_plan.runs)
        runs.push_back(mainOf(run));
    m_writer.lines({{}, QStringLiteral("} // namespace"), {}});
    main(runs);
    return m_writer.take();
}

void CppProgram::head()
{
    m_writer.comment(m_plan.title);
    m_writer.comment(m_plan.about);
    m_writer.lines({QStringLiteral("#include \"core/script/script.h\""),
                    {},
                    QStringLiteral("namespace loopscope::script::%1 {").arg(m_names.space)});
}

/// C++ must have seen a function before it is called.
void CppProgram::forwardDeclarations()
{
    QStringList lines;
    for (int callee = 0; callee < int(m_plan.coroutines.size()); ++callee) {
        const auto calls = [callee](const Step &step) {
            return std::ranges::any_of(step.items, [callee](const Item &item) {
                const Call *const call = std::get_if<Call>(&item);
                return call && call->coroutine == callee;
            });
        };
        bool isEarly = false;
        for (int caller = 0; caller < callee; ++caller)
            isEarly = isEarly || contains(m_plan.coroutines[size_t(caller)].body, calls);
        if (isEarly)
            lines += signature(callee, CppBlocks(m_script, callee, m_writer).parameters()) + u';';
    }
    if (!lines.isEmpty())
        m_writer.lines(QStringList{QString()} + lines);
}

void CppProgram::sharedVariables()
{
    const CppVariables variables(m_script, -1);
    m_writer.blank();
    for (int i = 0; i < int(m_plan.sharedNames.size()); ++i) {
        const Variable variable{Scope::Shared, i};
        m_writer.line(variables.type(variable) + u' ' + variables.name(variable) + u';');
    }
    m_writer.blank();
    m_writer.comment(QStringLiteral("Makes what the coroutines of a run share."));
    m_writer.line(QStringLiteral("void newSharedVariables()"));
    CppBlocks(m_script, -1, m_writer).write(m_plan.shared);
}

void CppProgram::coroutine(int index)
{
    const Coroutine &coroutine = m_plan.coroutines[size_t(index)];
    CppBlocks blocks(m_script, index, m_writer);
    m_writer.blank();
    m_writer.comment(coroutine.note);
    m_writer.line(signature(index, blocks.parameters()));
    blocks.write(coroutine.body);
}

QString CppProgram::signature(int index, const QStringList &parameters) const
{
    return QStringLiteral("%1 %2(%3)")
        .arg(m_script.returns[size_t(index)] ? QStringLiteral("QCoro::Task<Var>")
                                             : QStringLiteral("QCoro::Task<>"),
             m_script.names.of(m_plan.coroutines[size_t(index)].name), parameters.join(QStringLiteral(", ")));
}

/// The function that a run calls, and its arguments. Where variables are shared, one that makes them before
/// main begins.
QStringList CppProgram::mainOf(const PlanRun &run)
{
    const CppExpressions expressions(m_script, -1);
    if (m_plan.shared.empty())
        return expressions.parts(run.main);
    const QString name = m_script.names.fresh(QStringLiteral("run_") + QString(run.name).replace(u'-', u'_'));
    m_writer.lines({{},
                    QStringLiteral("QCoro::Task<> %1()").arg(name),
                    QStringLiteral("{"),
                    QStringLiteral("    newSharedVariables();"),
                    QStringLiteral("    co_await %1;").arg(expressions.call(run.main)),
                    QStringLiteral("}")});
    return {name};
}

void CppProgram::main(const std::vector<QStringList> &runs)
{
    const auto fetches = [](const Step &step) { return step.verb == Verb::Fetch; };
    const bool isReal = std::ranges::any_of(
        m_plan.coroutines, [&](const Coroutine &coroutine) { return contains(coroutine.body, fetches); });
    m_writer.lines({QStringLiteral("int %1(int argc, char **argv)").arg(m_names.main), QStringLiteral("{"),
                    QStringLiteral("    using namespace loopscope::script;"),
                    QStringLiteral("    Program program(argc, argv%1);")
                        .arg(isReal ? QStringLiteral(", loopscope::ClockKind::Real") : QString())});
    {
        const ListingWriter::Indent inside(m_writer);
        for (size_t i = 0; i < runs.size(); ++i) {
            m_writer.comment(m_plan.runs[i].note);
            const QStringList arguments{u'"' + m_plan.runs[i].name + u'"',
                                        m_names.space + QStringLiteral("::") + runs[i].front()};
            m_writer.call(QStringLiteral("program.run"), arguments + runs[i].mid(1), QStringLiteral(";"));
        }
        m_writer.line(QStringLiteral("return program.exec();"));
    }
    m_writer.line(QStringLiteral("}"));
}

} // namespace

Listing cppListing(const Plan &plan, const CppNames &names)
{
    return CppProgram(plan, names).write();
}

} // namespace loopscope
