// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"
#include "core/listing/python_blocks.h"

namespace loopscope {

namespace {

/// Writes the script around the coroutines: first what the plan is about, last what it runs.
class PythonModule
{
public:
    explicit PythonModule(const Plan &plan) : m_plan(plan), m_script(plan) {}

    Listing write();

private:
    void sharedVariables();
    void coroutine(int index);
    void runs();
    [[nodiscard]] QString mainOf(const PlanRun &run);

    const Plan &m_plan;
    PythonScript m_script;
    ListingWriter m_body{QStringLiteral("#")};
    QStringList m_calls;
};

Listing PythonModule::write()
{
    if (!m_plan.shared.empty())
        sharedVariables();
    for (int i = 0; i < int(m_plan.coroutines.size()); ++i)
        coroutine(i);
    for (const PlanRun &run : m_plan.runs)
        m_calls += mainOf(run);
    m_body.lines(pythonDefinitions(m_script.needed));
    runs();
    // What stands before it is known only now.
    ListingWriter head(QStringLiteral("#"));
    head.comment(m_plan.title);
    head.comment(m_plan.about);
    head.lines(pythonImports(m_script.needed));
    Listing listing = head.take();
    Listing body = m_body.take();
    const int shift = int(listing.lines.size());
    for (ListedStep &step : body.steps) {
        step.line += shift;
        step.first += shift;
        step.last += shift;
    }
    listing.lines += body.lines;
    listing.steps = std::move(body.steps);
    return listing;
}

void PythonModule::sharedVariables()
{
    m_body.lines({{},
                  {},
                  QStringLiteral("def new_shared():"),
                  QStringLiteral("    \"\"\"Makes what the coroutines of a run share.\"\"\"")});
    PythonBlocks(m_script, -1, m_body).write(m_plan.shared);
}

void PythonModule::coroutine(int index)
{
    const Coroutine &coroutine = m_plan.coroutines[size_t(index)];
    QStringList parameters;
    for (const Variable &parameter : coroutine.params)
        parameters += m_script.names.of(coroutine.locals[parameter.slot]);
    m_body.lines({{}, {}});
    m_body.comment(coroutine.note);
    m_body.call(QStringLiteral("async def ") + m_script.names.of(coroutine.name), parameters,
                QStringLiteral(":"));
    PythonBlocks(m_script, index, m_body).write(coroutine.body);
}

/// What asyncio.run gets. Where variables are shared, a coroutine that makes them before main begins.
QString PythonModule::mainOf(const PlanRun &run)
{
    PythonExpressions expressions(m_script, -1);
    const QString call = expressions.call(run.main);
    if (m_plan.shared.empty())
        return call;
    const QString name = m_script.names.fresh(QStringLiteral("run_") + QString(run.name).replace(u'-', u'_'));
    m_body.lines({{},
                  {},
                  QStringLiteral("async def %1():").arg(name),
                  QStringLiteral("    new_shared()"),
                  QStringLiteral("    await ") + call});
    return name + QStringLiteral("()");
}

void PythonModule::runs()
{
    m_body.lines({{}, {}, QStringLiteral("if __name__ == \"__main__\":")});
    const ListingWriter::Indent inside(m_body);
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        m_body.comment(m_plan.runs[size_t(i)].note);
        m_body.line(QStringLiteral("asyncio.run(%1)").arg(m_calls[i]));
    }
}

} // namespace

Listing pythonListing(const Plan &plan)
{
    return PythonModule(plan).write();
}

} // namespace loopscope
