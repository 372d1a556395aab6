// SPDX-License-Identifier: MIT
#include "core/analysis/claim_reader.h"

#include "core/analysis/claim_words.h"
#include "core/analysis/event_log.h"
#include "core/json/near_name.h"

#include <QtGlobal>

#include <algorithm>

namespace loopscope {

namespace {

constexpr Nanos usualTolerance = std::chrono::milliseconds(50);

QString word(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Task-1, Task-2, …: the names that tasks get by themselves.
bool isCountedName(QStringView name)
{
    const QStringView number = name.sliced(std::min<qsizetype>(name.size(), 5));
    return name.startsWith(u"Task-") && !number.isEmpty() &&
           std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isId(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

} // namespace

ClaimReader::ClaimReader(const ClaimNames &names, JsonProblems &problems, QString fileName)
    : m_names(names), m_problems(problems), m_places(problems.json()), m_fileName(std::move(fileName))
{
}

std::vector<Claim> ClaimReader::claims(const JsonCursor &at)
{
    std::vector<Claim> claims;
    if (!at.isList())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of claims"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        claims.push_back(claim(at.child(i)));
    return claims;
}

Claim ClaimReader::claim(const JsonCursor &at)
{
    Claim claim;
    claim.file = m_fileName;
    checkKeys(m_problems, at, {word("id"), word("en"), word("zh_CN"), word("run"), word("that")},
              {word("id"), word("en"), word("that")});
    if (at.has(u"id"))
        claim.id = id(at.member(u"id"));
    if (at.has(u"en"))
        claim.sentence.english = checkString(m_problems, at.member(u"en")).value_or(QString());
    if (at.has(u"zh_CN"))
        claim.sentence.chinese = checkString(m_problems, at.member(u"zh_CN")).value_or(QString());
    m_run = defaultRun(at);
    if (!at.has(u"that"))
        return claim;
    const JsonCursor that = at.member(u"that");
    if (!that.isList())
        claim.that.push_back(comparison(that));
    for (qsizetype i = 0; that.isList() && i < that.size(); ++i)
        claim.that.push_back(comparison(that.child(i)));
    if (claim.that.empty())
        m_problems.add(that, QT_TRANSLATE_NOOP("Problem", "expected at least one comparison"));
    return claim;
}

QString ClaimReader::id(const JsonCursor &at)
{
    if (!at.isString() || !isId(at->text))
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a name of small letters, digits and _"));
    else if (m_ids.contains(at->text))
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "there are two claims named \"%1\"; rename one"),
                       {at->text});
    m_ids << at->text;
    return at->text;
}

QString ClaimReader::defaultRun(const JsonCursor &claim)
{
    if (claim.has(u"run"))
        return run(claim.member(u"run"));
    return m_names.runs.size() == 1 ? m_names.runs.front() : QString();
}

Comparison ClaimReader::comparison(const JsonCursor &at)
{
    Comparison comparison;
    checkKeys(m_problems, at, relationWords() + QStringList{word("within")}, {});
    if (!at.isObject())
        return comparison;
    qsizetype relations = 0;
    for (qsizetype i = 0; i < at.size(); ++i) {
        const std::optional<Relation> relation = relationOf(at.keyAt(i));
        if (!relation)
            continue;
        const JsonCursor sides = at.child(i);
        ++relations;
        comparison.relation = *relation;
        ClaimExpr pair;
        readPair(pair, sides);
        if (pair.arguments.size() == 2) {
            comparison.left = std::move(pair.arguments[0]);
            comparison.right = std::move(pair.arguments[1]);
        }
    }
    if (relations != 1)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "a comparison has one of %1"),
                       {relationWords().join(QStringLiteral(", "))});
    comparison.within = tolerance(at);
    return comparison;
}

Nanos ClaimReader::tolerance(const JsonCursor &comparison)
{
    if (!comparison.has(u"within"))
        return usualTolerance;
    const JsonCursor within = comparison.member(u"within");
    const double seconds = within->kind == JsonNode::Kind::Integer ? double(within->integer) : within->number;
    if (!within.isNumber() || seconds < 0)
        m_problems.add(within, QT_TRANSLATE_NOOP("Problem", "expected a number of seconds, 0 or more"));
    return secondsToNanos(std::max(0.0, seconds));
}

ClaimExpr ClaimReader::begin(const JsonCursor &at) const
{
    ClaimExpr expr;
    expr.path = at.path();
    expr.place = m_places.at(at.offset());
    return expr;
}

ClaimExpr ClaimReader::values(const JsonCursor &at)
{
    ClaimExpr expr = begin(at);
    if (at.isObject())
        return function(at);
    if (at.isList()) {
        expr.function = ClaimFunction::List;
        for (qsizetype i = 0; i < at.size(); ++i)
            expr.arguments.push_back(values(at.child(i)));
    } else if (at.isString()) {
        expr.literal = ClaimValue::ofText(at->text);
    } else if (at.isNumber()) {
        expr.literal =
            ClaimValue::ofNumber(at->kind == JsonNode::Kind::Integer ? double(at->integer) : at->number);
    } else {
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a number, a text, a list, or a function "
                                                        "such as {\"cost\": RUN}"));
    }
    return expr;
}

ClaimExpr ClaimReader::function(const JsonCursor &at)
{
    ClaimExpr expr = begin(at);
    const ClaimWord *found = nullptr;
    for (qsizetype i = 0; i < at.size() && !found; ++i)
        found = claimWord(at.keyAt(i));
    if (!found) {
        checkKeys(m_problems, at, claimWords(), {});
        if (at.size() == 0)
            m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a function such as {\"cost\": RUN}"));
        return expr;
    }
    const QString name = QString::fromLatin1(found->word);
    const bool isEvent = found->argument == ClaimArgument::Event;
    checkKeys(m_problems, at, isEvent ? QStringList{name, word("of"), word("with")} : QStringList{name}, {});
    expr.function = found->function;
    const JsonCursor argument = at.member(name);
    switch (found->argument) {
    case ClaimArgument::Run:
        expr.where.run = run(argument);
        expr.where.text = expr.where.run;
        break;
    case ClaimArgument::Tasks: expr.where = tasks(argument); break;
    case ClaimArgument::Event: readEvent(expr, at); break;
    case ClaimArgument::Values: expr.arguments.push_back(values(argument)); break;
    case ClaimArgument::Pair: readPair(expr, argument); break;
    }
    return expr;
}

void ClaimReader::readPair(ClaimExpr &expr, const JsonCursor &at)
{
    if (!at.isList() || at.size() != 2) {
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of two"));
        return;
    }
    expr.arguments.push_back(values(at.child(0)));
    expr.arguments.push_back(values(at.child(1)));
}

void ClaimReader::readEvent(ClaimExpr &expr, const JsonCursor &at)
{
    const JsonCursor kind = at.member(u"at");
    const std::optional<EventKind> event = eventKindOf(kind->text);
    if (!event)
        m_problems.add(kind, QT_TRANSLATE_NOOP("Problem", "expected a word of the event log: %1"),
                       {eventLogWords().join(QStringLiteral(", "))});
    expr.event = event.value_or(EventKind::RunBegin);
    if (at.has(u"of"))
        expr.where = tasks(at.member(u"of"));
    else if (m_run.isEmpty())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "of which run? Give the claim a \"run\""));
    else
        expr.where = {m_run, word("*"), word("*")};
    if (!at.has(u"with"))
        return;
    const JsonCursor with = at.member(u"with");
    checkKeys(m_problems, with, eventDetailKeys(), {});
    for (qsizetype i = 0; with.isObject() && i < with.size(); ++i)
        expr.details.push_back({with.keyAt(i), checkString(m_problems, with.child(i)).value_or(QString())});
}

QString ClaimReader::run(const JsonCursor &at)
{
    if (at.isString() && m_names.runs.contains(at->text))
        return at->text;
    if (const QString meant = nearName(at->text, m_names.runs); !meant.isEmpty())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "this plan has no run \"%1\"; did you mean \"%2\"?"),
                       {at->text, meant});
    else
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected the name of a run; this plan has %1"),
                       {m_names.runs.join(QStringLiteral(", "))});
    return {};
}

TaskSelector ClaimReader::tasks(const JsonCursor &at)
{
    if (!at.isString() || at->text.isEmpty()) {
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected the name of a task or a coroutine, or "
                                                        "\"*\" for all tasks"));
        return {};
    }
    TaskSelector selector{m_run, at->text, at->text};
    const qsizetype slash = at->text.indexOf(u'/');
    if (slash >= 0 && m_names.runs.contains(at->text.first(slash))) {
        selector.run = at->text.first(slash);
        selector.task = at->text.sliced(slash + 1);
    } else if (m_run.isEmpty()) {
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem", "of which run? Write RUN/%1, or give the claim a "
                                                    "\"run\""),
                       {at->text});
    }
    checkTask(selector.task, at);
    return selector;
}

void ClaimReader::checkTask(const QString &task, const JsonCursor &at)
{
    const QStringList known = m_names.coroutines + m_names.tasks;
    if (m_names.madeTaskNames || task == u"*" || isCountedName(task) || known.contains(task))
        return;
    if (const QString meant = nearName(task, known); !meant.isEmpty())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "no task has the name \"%1\"; did you mean \"%2\"?"),
                       {task, meant});
    else
        m_problems.add(
            at, QT_TRANSLATE_NOOP("Problem", "no task has the name \"%1\", and no coroutine either"), {task});
}

} // namespace loopscope
