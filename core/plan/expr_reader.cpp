// SPDX-License-Identifier: MIT
#include "core/plan/expr_reader.h"

#include "core/json/near_name.h"
#include "core/plan/name_rules.h"

#include <QtGlobal>

namespace loopscope {

namespace {

Value scalar(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Bool:
        return node.boolean;
    case JsonNode::Kind::Integer:
        return node.integer;
    case JsonNode::Kind::Double:
        return node.number;
    case JsonNode::Kind::String:
        return node.text;
    default:
        return {};
    }
}

bool isNegative(const JsonNode &node)
{
    return node.kind == JsonNode::Kind::Integer ? node.integer < 0 : node.number < 0;
}

const char *expected(ArgKind kind)
{
    switch (kind) {
    case ArgKind::Seconds:
        return QT_TRANSLATE_NOOP("Problem", "expected a number of seconds, 0 or more, or {\"var\": NAME}");
    case ArgKind::MaybeSeconds:
        return QT_TRANSLATE_NOOP("Problem",
                                 "expected a number of seconds, 0 or more, or {\"var\": NAME}, or null");
    case ArgKind::Count:
        return QT_TRANSLATE_NOOP("Problem", "expected a whole number, 0 or more, or {\"var\": NAME}");
    default:
        return QT_TRANSLATE_NOOP("Problem", "expected a number or {\"var\": NAME}");
    }
}

} // namespace

bool isVariableObject(const JsonCursor &at)
{
    return at.isObject() && at.size() == 1 && at.keyAt(0) == u"var";
}

ValueExpr ExprReader::value(const JsonCursor &at)
{
    if (at.isString())
        return text(at);
    if (isVariableObject(at))
        return {path(at.child(0))};
    if (at.isList()) {
        ListExpr list;
        for (qsizetype i = 0; i < at.size(); ++i)
            list.items.push_back(value(at.child(i)));
        return {std::move(list)};
    }
    if (!at.isObject())
        return {scalar(at.node())};
    ObjectExpr object;
    for (qsizetype i = 0; i < at.size(); ++i) {
        object.keys << at.keyAt(i);
        object.values.push_back(value(at.child(i)));
    }
    return {std::move(object)};
}

ValueExpr ExprReader::text(const JsonCursor &at)
{
    const std::optional<QString> written = checkString(m_problems, at);
    if (!written)
        return {};
    if (!written->contains(u'{') && !written->contains(u'}'))
        return {Value(*written)};
    return {substitutions(*written, at)};
}

TextExpr ExprReader::substitutions(const QString &text, const JsonCursor &at)
{
    TextExpr expr;
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool brace = c == u'{' || c == u'}';
        if (brace && i + 1 < text.size() && text[i + 1] == c) {
            plain += text[i++];
            continue;
        }
        const qsizetype end = c == u'{' ? text.indexOf(u'}', i) : -1;
        const QString name = end < 0 ? QString() : text.mid(i + 1, end - i - 1);
        if (!isPath(name)) {
            plain += c; // a lone brace is itself
            continue;
        }
        expr.parts.emplace_back(std::exchange(plain, QString()));
        expr.parts.emplace_back(resolve(name, at));
        i = end;
    }
    expr.parts.emplace_back(plain);
    return expr;
}

ValueExpr ExprReader::number(const JsonCursor &at, ArgKind kind)
{
    if (at.isNull() && kind == ArgKind::MaybeSeconds)
        return {Value()};
    if (isVariableObject(at))
        return value(at);
    if (!at.isNumber() || (kind != ArgKind::Number && isNegative(at.node())))
        m_problems.add(at, expected(kind));
    return {scalar(at.node())};
}

Path ExprReader::assigned(const JsonCursor &at)
{
    if (at.isString() && isVariableName(at->text) && at->text != u"self")
        return {m_names.variable(at->text), at->text, {}, at->text};
    if (at.isString() && at->text == u"self")
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem", "\"self\" is the task that runs; choose another name"));
    else
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a name for a variable: a letter or _, "
                                                        "then letters, digits, _"));
    return {};
}

Path ExprReader::path(const JsonCursor &at)
{
    if (at.isString() && isPath(at->text))
        return resolve(at->text, at);
    m_problems.add(at,
                   QT_TRANSLATE_NOOP("Problem", "expected the name of a variable, such as \"r\" or \"r.0\""));
    return {};
}

Path ExprReader::resolve(const QString &text, const JsonCursor &at)
{
    QStringList parts = text.split(u'.');
    const QString name = parts.takeFirst();
    const Variable variable = m_names.variable(name);
    if (!variable)
        reportUnknown(name, at);
    return {variable, name, parts, text};
}

void ExprReader::reportUnknown(const QString &name, const JsonCursor &at)
{
    if (m_names.isTolerated(name))
        return;
    if (const QString meant = nearName(name, m_names.variableNames()); !meant.isEmpty())
        m_problems.add(
            at, QT_TRANSLATE_NOOP("Problem", "nothing here sets the variable \"%1\"; did you mean \"%2\"?"),
            {name, meant});
    else
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "nothing here sets the variable \"%1\""), {name});
}

Call ExprReader::call(const JsonCursor &at)
{
    if (at.isObject() && !checkKeys(m_problems, at, {QStringLiteral("call"), QStringLiteral("args")},
                                    {QStringLiteral("call")}))
        return {};
    Call call;
    bool argumentsKnown = true;
    if (at.isObject() && at.has(u"args")) {
        const JsonCursor arguments = at.member(u"args");
        argumentsKnown = arguments.isList();
        if (!argumentsKnown)
            m_problems.add(arguments, QT_TRANSLATE_NOOP("Problem", "expected a list of values"));
        for (qsizetype i = 0; argumentsKnown && i < arguments.size(); ++i)
            call.arguments.push_back(value(arguments.child(i)));
    }
    const JsonCursor name = at.isObject() ? at.member(u"call") : at;
    const PlanNames::Signature *called = name.isString() ? m_names.coroutine(name->text) : nullptr;
    if (!called) {
        reportNoCoroutine(name.isString() ? name->text : QString(), name);
        return {};
    }
    if (argumentsKnown && qsizetype(call.arguments.size()) != called->params)
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "\"%1\" takes %2 arguments, not %3"),
                       {name->text, QString::number(called->params), QString::number(call.arguments.size())});
    call.coroutine = called->index;
    return call;
}

void ExprReader::reportNoCoroutine(const QString &name, const JsonCursor &at)
{
    const QStringList names = m_names.coroutineNames();
    if (!at.isString())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a coroutine: its name, or "
                                                        "{\"call\": NAME, \"args\": [...]}"));
    else if (const QString meant = nearName(name, names); !meant.isEmpty())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "there is no coroutine \"%1\"; did you mean \"%2\"?"),
                       {name, meant});
    else
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "there is no coroutine \"%1\"; this plan has %2"),
                       {name, names.join(QStringLiteral(", "))});
}

Item ExprReader::item(const JsonCursor &at)
{
    if (!at.isString() || m_names.coroutine(at->text))
        return call(at);
    if (!isPath(at->text)) {
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a coroutine or a variable"));
        return Path();
    }
    const QString name = at->text.section(u'.', 0, 0);
    if (m_names.variable(name) || m_names.isTolerated(name))
        return resolve(at->text, at);
    if (const QString meant = nearName(name, m_names.coroutineNames() + m_names.variableNames());
        !meant.isEmpty())
        m_problems.add(at,
                       QT_TRANSLATE_NOOP("Problem",
                                         "there is neither a coroutine nor a variable \"%1\"; did you "
                                         "mean \"%2\"?"),
                       {name, meant});
    else
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "there is neither a coroutine nor a variable \"%1\""),
                       {name});
    return Path();
}

std::vector<Item> ExprReader::items(const JsonCursor &at)
{
    std::vector<Item> items;
    if (!at.isList())
        m_problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected a list of coroutines and variables"));
    for (qsizetype i = 0; at.isList() && i < at.size(); ++i)
        items.push_back(item(at.child(i)));
    return items;
}

} // namespace loopscope
