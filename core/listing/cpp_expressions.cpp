// SPDX-License-Identifier: MIT
#include "core/listing/cpp_expressions.h"

#include "core/listing/cpp_text.h"

namespace loopscope {

namespace {

const Value *literal(const ValueExpr &expr)
{
    return std::get_if<Value>(&expr.form);
}

} // namespace

CppExpressions::CppExpressions(CppScript &script, int coroutine)
    : m_script(script), m_coroutine(coroutine), m_variables(script, coroutine)
{
}

QString CppExpressions::path(const Path &path) const
{
    if (path.variable.scope == Scope::Self)
        return QStringLiteral("currentTask()");
    QString text = m_variables.name(path.variable);
    if (path.keys.isEmpty())
        return text;
    if (m_variables.type(path.variable) != u"Var")
        text = QStringLiteral("Var(%1)").arg(text);
    else if (text.startsWith(u'*'))
        text = u'(' + text + u')';
    Path part = path;
    part.keys.clear();
    for (const QString &key : path.keys) {
        bool isIndex = false;
        key.toInt(&isIndex);
        const bool isMember = !isIndex || onlyAmong(kinds(part), Kind::Object | Kind::Outcome);
        text += u'[' + (isMember ? u'"' + key + u'"' : QString::number(key.toInt())) + u']';
        part.keys += key;
    }
    return text;
}

QString CppExpressions::target(const Path &path) const
{
    const QString text = this->path(path);
    const bool isSelf = path.variable.scope == Scope::Self;
    if (!isSelf && path.keys.isEmpty() && m_variables.type(path.variable) != u"Var")
        return QStringLiteral("Var(%1).").arg(text);
    return text.startsWith(u'*') ? text.mid(1) + QStringLiteral("->") : text + u'.';
}

QString CppExpressions::value(const ValueExpr &expr) const
{
    if (const Value *const plain = literal(expr))
        return cppLiteral(*plain);
    if (const Path *const variable = std::get_if<Path>(&expr.form))
        return path(*variable);
    if (std::get_if<TextExpr>(&expr.form))
        return text(expr);
    QStringList parts;
    if (const ListExpr *const list = std::get_if<ListExpr>(&expr.form)) {
        for (const ValueExpr &item : list->items)
            parts += value(item);
        return QStringLiteral("list(") + parts.join(QStringLiteral(", ")) + u')';
    }
    if (const ObjectExpr *const object = std::get_if<ObjectExpr>(&expr.form)) {
        for (size_t i = 0; i < object->values.size(); ++i)
            parts += cppString(object->keys[qsizetype(i)]) + QStringLiteral(", ") + value(object->values[i]);
        return QStringLiteral("object(") + parts.join(QStringLiteral(", ")) + u')';
    }
    return QStringLiteral("null");
}

QStringList CppExpressions::printed(const ValueExpr &expr) const
{
    QStringList arguments;
    if (const TextExpr *const text = std::get_if<TextExpr>(&expr.form)) {
        const QString format = formatted(*text, arguments);
        return QStringList{format} + arguments;
    }
    const Value *const plain = literal(expr);
    const QString *const text = plain ? plain->as<QString>() : nullptr;
    return text ? QStringList{cppFormat({*text})} : QStringList{QStringLiteral("\"{}\""), value(expr)};
}

QString CppExpressions::text(const ValueExpr &expr) const
{
    const TextExpr *const formula = std::get_if<TextExpr>(&expr.form);
    if (!formula)
        return value(expr);
    QStringList arguments;
    const QString format = formatted(*formula, arguments);
    return QStringLiteral("text(") + (QStringList{format} + arguments).join(QStringLiteral(", ")) + u')';
}

QString CppExpressions::seconds(const ValueExpr &expr) const
{
    const Value *const plain = literal(expr);
    return plain && plain->isNumber() ? cppSeconds(*plain) : QStringLiteral("secondsOf(%1)").arg(value(expr));
}

QString CppExpressions::maybeSeconds(const ValueExpr &expr) const
{
    const Value *const plain = literal(expr);
    if (!expr || (plain && plain->isNull()))
        return QStringLiteral("std::nullopt");
    return plain ? cppSeconds(*plain) : QStringLiteral("maybeSecondsOf(%1)").arg(value(expr));
}

QString CppExpressions::delay(const ValueExpr &expr) const
{
    return literal(expr) ? seconds(expr) : value(expr);
}

QString CppExpressions::called(const Call &call) const
{
    return m_script.names.of(m_script.plan.coroutines[size_t(call.coroutine)].name);
}

QString CppExpressions::call(const Call &call) const
{
    return called(call) + u'(' + parts(call).mid(1).join(QStringLiteral(", ")) + u')';
}

QStringList CppExpressions::parts(const Call &call) const
{
    QStringList parts{called(call)};
    for (const ValueExpr &argument : call.arguments)
        parts += value(argument);
    return parts;
}

QString CppExpressions::item(const Item &item) const
{
    if (const Call *const called = std::get_if<Call>(&item))
        return call(*called);
    const Path &path = std::get<Path>(item);
    const bool isScalar = path.keys.isEmpty() && path.variable.scope != Scope::Self &&
                          m_variables.type(path.variable) != u"Var";
    return isScalar ? QStringLiteral("Var(%1)").arg(this->path(path)) : this->path(path);
}

QStringList CppExpressions::items(const std::vector<Item> &items) const
{
    QStringList texts;
    for (const Item &each : items)
        texts += item(each);
    return texts;
}

QString CppExpressions::error(const Step &step) const
{
    const Value *const message = literal(step.text);
    const bool isEmpty =
        !step.text || (message && message->as<QString>() && message->as<QString>()->isEmpty());
    QStringList arguments;
    if (step.error == u"BaseException" || step.error == u"Exception")
        arguments += u'"' + step.error + u'"';
    if (!isEmpty)
        arguments += text(step.text);
    return step.error + u'(' + arguments.join(QStringLiteral(", ")) + u')';
}

QString CppExpressions::formatted(const TextExpr &expr, QStringList &arguments) const
{
    QStringList plain;
    for (const auto &part : expr.parts) {
        if (const QString *const words = std::get_if<QString>(&part))
            plain += *words;
        else
            arguments += path(std::get<Path>(part));
    }
    return cppFormat(plain);
}

} // namespace loopscope
