// SPDX-License-Identifier: MIT
#include "core/plan/step_reader.h"

#include "core/plan/step_verb.h"
#include "core/plan/word_reader.h"

#include <QtGlobal>

namespace loopscope {

namespace {

/// The keys that a step of this verb may have besides the verb.
QStringList keysBeside(const VerbSpec &verb, bool requiredOnly)
{
    QStringList keys;
    for (const OptionSpec &option : verb.options) {
        if (option.name && (!requiredOnly || option.need == OptionSpec::Required))
            keys << QString::fromLatin1(option.name);
    }
    return keys;
}

TryParts &tryParts(Step &step)
{
    if (!step.tryParts)
        step.tryParts = std::make_unique<TryParts>();
    return *step.tryParts;
}

bool isVerbKey(const Step &step, const QString &key)
{
    return key == QLatin1String(verbName(step.verb));
}

} // namespace

StepReader::StepReader(const PlanNames &names, JsonProblems &problems, const TextPlaces &places, Place place)
    : m_problems(problems), m_places(places), m_expr(names, problems), m_place(place)
{
}

Steps StepReader::steps(const JsonCursor &at)
{
    Steps steps;
    if (!at.isList())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of steps"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        steps.push_back(step(at.child(i)));
    return steps;
}

Step StepReader::step(const JsonCursor &at)
{
    Step step;
    step.place = m_places.at(at.offset());
    const std::optional<StepVerb> found = findStepVerb(m_problems, at);
    if (!found)
        return step;
    const auto &[verb, key] = *found;
    step.verb = verb;
    const VerbSpec &row = verbSpec(verb);
    checkVerb(verb, at);
    checkKeys(m_problems, at, QStringList{key} + keysBeside(row, false) + QStringList{QStringLiteral("note")},
              keysBeside(row, true));
    if (at.has(u"note"))
        step.note = at.member(u"note")->text;
    m_groups += verb == Verb::Group;
    m_timeouts += verb == Verb::WithTimeout;
    argument(step, row.kind, QString::fromLatin1(row.name), at.member(key));
    for (const OptionSpec &option : row.options) {
        const QString name = QString::fromLatin1(option.name);
        if (option.name && at.has(name))
            argument(step, option.kind, name, at.member(name));
    }
    m_groups -= verb == Verb::Group;
    m_timeouts -= verb == Verb::WithTimeout;
    return step;
}

void StepReader::checkVerb(Verb verb, const JsonCursor &at)
{
    const VerbSpec &row = verbSpec(verb);
    const QString name = QString::fromLatin1(row.name);
    if (m_place == Place::Shared && !makesSharedVariable(verb))
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem",
                                         "\"%1\" is not allowed in \"shared\": only set, future, lock, "
                                         "semaphore, event, condition and queue are"),
                       {name});
    else if (m_callbacks > 0 && row.where == VerbSpec::TaskOnly)
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem", "\"%1\" is not allowed in a callback, which has no task"),
                       {name});
    else if (verb == Verb::Spawn && m_groups == 0)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "\"spawn\" must stand inside a \"group\" of the same "
                                                        "coroutine; \"task\" needs none"));
    else if (verb == Verb::Reschedule && m_timeouts == 0)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem",
                                             "\"reschedule\" must stand inside a \"with_timeout\" of the "
                                             "same coroutine"));
}

void StepReader::argument(Step &step, ArgKind kind, const QString &key, const JsonCursor &at)
{
    switch (kind) {
    case ArgKind::Text: return textArgument(step, key, at);
    case ArgKind::Value: (isVerbKey(step, key) ? step.subject : step.value) = m_expr.value(at); return;
    case ArgKind::Variable:
        if (key == u"as" || key == u"each")
            step.as = m_expr.assigned(at).variable;
        else
            (key == u"into" ? step.into : step.path) = m_expr.assigned(at);
        return;
    case ArgKind::Name: step.path = m_expr.path(at); return;
    case ArgKind::Number:
    case ArgKind::Seconds:
    case ArgKind::MaybeSeconds:
    case ArgKind::Count: return numberArgument(step, kind, key, at);
    case ArgKind::Bool: step.errors = readReturnExceptions(m_problems, at); return;
    case ArgKind::When: step.until = readReturnWhen(m_problems, at); return;
    case ArgKind::Error: step.error = readRaisedType(m_problems, at); return;
    case ArgKind::Raised: return raised(step, at);
    case ArgKind::Call: step.items.emplace_back(m_expr.call(at)); return;
    case ArgKind::Item: step.items.emplace_back(m_expr.item(at)); return;
    case ArgKind::Items: step.items = m_expr.items(at); return;
    case ArgKind::Job: return job(step, at);
    case ArgKind::Clauses: tryParts(step).clauses = clauses(at); return;
    case ArgKind::Steps: return stepsArgument(step, key, at);
    case ArgKind::CallbackSteps:
        ++m_callbacks;
        step.body = steps(at);
        --m_callbacks;
        return;
    }
}

void StepReader::textArgument(Step &step, const QString &key, const JsonCursor &at)
{
    (isVerbKey(step, key) ? step.subject : step.text) = m_expr.text(at);
}

void StepReader::numberArgument(Step &step, ArgKind kind, const QString &key, const JsonCursor &at)
{
    ValueExpr &place = isVerbKey(step, key) ? step.subject : key == u"timeout" ? step.timeout : step.value;
    place = m_expr.number(at, kind);
}

void StepReader::stepsArgument(Step &step, const QString &key, const JsonCursor &at)
{
    Steps &place = key == u"else"      ? tryParts(step).otherwise
                   : key == u"finally" ? tryParts(step).finally
                                       : step.body;
    place = steps(at);
}

void StepReader::raised(Step &step, const JsonCursor &at)
{
    if (!at.isObject())
        step.error = readRaisedType(m_problems, at);
    else if (checkKeys(m_problems, at, {QStringLiteral("var")}, {QStringLiteral("var")}) &&
             isVariableObject(at))
        step.subject = m_expr.value(at);
}

void StepReader::job(Step &step, const JsonCursor &at)
{
    const QString sleep = QStringLiteral("sleep");
    const QString spin = QStringLiteral("spin");
    if (!checkKeys(m_problems, at, {sleep, spin, QStringLiteral("value")}, {}))
        return;
    if (at.has(sleep) == at.has(spin)) {
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected {\"sleep\": S} or {\"spin\": S}"));
        return;
    }
    step.job = at.has(sleep) ? JobKind::Sleep : JobKind::Spin;
    step.subject = m_expr.number(at.member(at.has(sleep) ? sleep : spin), ArgKind::Seconds);
    if (at.has(u"value"))
        step.value = m_expr.value(at.member(u"value"));
}

std::vector<ExceptClause> StepReader::clauses(const JsonCursor &at)
{
    std::vector<ExceptClause> clauses;
    if (!at.isList())
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem", "expected a list of {\"type\": ERROR, \"do\": [...]}"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i) {
        const JsonCursor clause = at.child(i);
        const QString type = QStringLiteral("type");
        const QString as = QStringLiteral("as");
        const QString body = QStringLiteral("do");
        checkKeys(m_problems, clause, {type, as, body, QStringLiteral("note")}, {type, body});
        ExceptClause &made = clauses.emplace_back();
        if (clause.has(type))
            made.type = readCaughtType(m_problems, clause.member(type));
        if (clause.has(as))
            made.as = m_expr.assigned(clause.member(as)).variable;
        if (clause.has(body))
            made.body = steps(clause.member(body));
    }
    return clauses;
}

} // namespace loopscope
