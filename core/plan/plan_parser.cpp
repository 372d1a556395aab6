// SPDX-License-Identifier: MIT
#include "core/plan/plan_parser.h"

#include "core/plan/name_rules.h"
#include "core/plan/step_reader.h"

#include <QtGlobal>

#include <algorithm>

namespace loopscope {

namespace {

/// Reads one plan: first the names of all coroutines, then what "shared" makes, then the bodies, which may
/// use both.
class PlanReader
{
public:
    PlanReader(const QByteArray &json, const QString &fileName) : m_problems(json, fileName), m_places(json)
    {
    }

    [[nodiscard]] Plan read(const JsonCursor &root);
    [[nodiscard]] JsonProblems &problems() { return m_problems; }

private:
    void readHead(Plan &plan, const JsonCursor &root);
    void collectCoroutines(Plan &plan, const JsonCursor &at);
    void checkParams(const JsonCursor &at);
    void readBody(Coroutine &coroutine, const JsonCursor &at);
    [[nodiscard]] std::vector<PlanRun> readRuns(const JsonCursor &at);
    [[nodiscard]] PlanRun readRun(const JsonCursor &at, QStringList &names);
    [[nodiscard]] Steps steps(const JsonCursor &at, StepReader::Place place)
    {
        return StepReader(m_names, m_problems, m_places, place).steps(at);
    }

    JsonProblems m_problems;
    TextPlaces m_places;
    PlanNames m_names;
};

QString noteOf(const JsonCursor &at)
{
    return at.has(u"note") ? at.member(u"note")->text : QString();
}

Plan PlanReader::read(const JsonCursor &root)
{
    Plan plan;
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    checkKeys(m_problems, root,
              {key("$schema"), key("plan"), key("title"), key("about"), key("shared"), key("coroutines"),
               key("runs")},
              {key("plan"), key("coroutines"), key("runs")});
    readHead(plan, root);
    if (root.has(u"coroutines"))
        collectCoroutines(plan, root.member(u"coroutines"));
    if (root.has(u"shared")) {
        const JsonCursor shared = root.member(u"shared");
        m_names.collectShared(shared, m_problems);
        plan.shared = steps(shared, StepReader::Place::Shared);
    }
    plan.sharedNames = m_names.sharedNames();
    if (root.has(u"coroutines")) {
        const JsonCursor coroutines = root.member(u"coroutines");
        for (size_t i = 0; i < plan.coroutines.size(); ++i)
            readBody(plan.coroutines[i], coroutines.child(qsizetype(i)));
    }
    m_names.beginBody();
    if (root.has(u"runs"))
        plan.runs = readRuns(root.member(u"runs"));
    return plan;
}

void PlanReader::readHead(Plan &plan, const JsonCursor &root)
{
    if (root.has(u"plan")) {
        const JsonCursor version = root.member(u"plan");
        if (version->kind != JsonNode::Kind::Integer || version->integer != 1)
            m_problems.add(version,
                           QT_TRANSLATE_NOOP("Problem", "the version of the plan language must be 1"));
    }
    if (root.has(u"title"))
        plan.title = checkString(m_problems, root.member(u"title")).value_or(QString());
    if (root.has(u"about"))
        plan.about = checkString(m_problems, root.member(u"about")).value_or(QString());
}

void PlanReader::collectCoroutines(Plan &plan, const JsonCursor &at)
{
    if (!at.isObject() || at.size() == 0)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected an object with at least one coroutine"));
    for (qsizetype i = 0; at.isObject() && i < at.size(); ++i) {
        const QString &name = at.keyAt(i);
        const JsonCursor body = at.child(i);
        if (!isVariableName(name) || name == u"self")
            m_problems.addAtKey(body, QT_TRANSLATE_NOOP("Problem",
                                                        "a coroutine's name is a letter or _, then letters, "
                                                        "digits, _, and not \"self\""));
        const bool hasParams = body.isObject() && body.has(u"params");
        m_names.addCoroutine(name, hasParams ? body.member(u"params").size() : 0);
        Coroutine &coroutine = plan.coroutines.emplace_back();
        coroutine.name = name;
        coroutine.place = m_places.at(body.offset());
        coroutine.note = noteOf(body);
    }
}

void PlanReader::checkParams(const JsonCursor &at)
{
    if (!at.isList())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of names"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        m_names.addParam(at.child(i), m_problems);
}

void PlanReader::readBody(Coroutine &coroutine, const JsonCursor &at)
{
    m_names.beginBody();
    const QString params = QStringLiteral("params");
    const QString body = QStringLiteral("body");
    if (at.isObject()) {
        checkKeys(m_problems, at, {params, body, QStringLiteral("note")}, {body});
        if (at.has(params)) {
            const JsonCursor list = at.member(params);
            checkParams(list);
            ExprReader reader(m_names, m_problems);
            for (qsizetype i = 0; list.isList() && i < list.size(); ++i)
                coroutine.params.push_back(reader.assigned(list.child(i)).variable);
        }
    }
    if (!at.isObject() || at.has(body)) {
        const JsonCursor list = at.isObject() ? at.member(body) : at;
        m_names.collectLocals(list, m_problems);
        coroutine.body = steps(list, StepReader::Place::Coroutine);
    }
    coroutine.locals = m_names.localNames();
}

std::vector<PlanRun> PlanReader::readRuns(const JsonCursor &at)
{
    std::vector<PlanRun> runs;
    if (!at.isList() || at.size() == 0)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list with at least one run, such as "
                                                        "{\"name\": \"main\", \"main\": \"main\"}"));
    QStringList names;
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        runs.push_back(readRun(at.child(i), names));
    return runs;
}

PlanRun PlanReader::readRun(const JsonCursor &at, QStringList &names)
{
    PlanRun run;
    run.place = m_places.at(at.offset());
    run.note = noteOf(at);
    const QString name = QStringLiteral("name");
    const QString main = QStringLiteral("main");
    checkKeys(m_problems, at, {name, main, QStringLiteral("note")}, {name, main});
    if (at.has(name)) {
        const JsonCursor nameAt = at.member(name);
        run.name = nameAt->text;
        const auto allowed = [](QChar c) { return c == u'-' || isVariableName(QString(u'_') + c); };
        if (!nameAt.isString() || run.name.isEmpty() ||
            !std::all_of(run.name.begin(), run.name.end(), allowed))
            m_problems.add(nameAt,
                           QT_TRANSLATE_NOOP("Problem", "expected a name of letters, digits, _ and -"));
        else if (names.contains(run.name))
            m_problems.add(nameAt,
                           QT_TRANSLATE_NOOP("Problem", "there are two runs named \"%1\"; rename one"),
                           {run.name});
        names << run.name;
    }
    if (at.has(main))
        run.main = ExprReader(m_names, m_problems).call(at.member(main));
    return run;
}

} // namespace

tl::expected<PlanRef, QList<Problem>> parsePlan(const QByteArray &json, const QString &fileName)
{
    const Result<JsonTree> tree = parseJson(json, fileName);
    if (!tree)
        return tl::unexpected(QList<Problem>{tree.error()});
    PlanReader reader(json, fileName);
    for (const JsonTwin &twin : tree->twins)
        reader.problems().addTwin(twin);
    auto plan = std::make_shared<Plan>(reader.read(JsonCursor(tree->root)));
    if (!reader.problems().isEmpty())
        return tl::unexpected(reader.problems().take());
    return plan;
}

} // namespace loopscope
