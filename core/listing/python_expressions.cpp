// SPDX-License-Identifier: MIT
#include "core/listing/python_expressions.h"

#include "core/listing/python_text.h"
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

namespace {

const QStringList noLocals;

const Steps &bodyOf(const Plan &plan, int coroutine)
{
    return coroutine < 0 ? plan.shared : plan.coroutines[size_t(coroutine)].body;
}

const QStringList &localsOf(const Plan &plan, int coroutine)
{
    return coroutine < 0 ? noLocals : plan.coroutines[size_t(coroutine)].locals;
}

/// The variable that is all of a text, or null.
const Path *onlyPath(const ValueExpr &expr)
{
    const TextExpr *const text = std::get_if<TextExpr>(&expr.form);
    const bool isOnly = text && text->parts.size() == 3 && std::get<QString>(text->parts[0]).isEmpty() &&
                        std::get<QString>(text->parts[2]).isEmpty();
    return isOnly ? &std::get<Path>(text->parts[1]) : nullptr;
}

/// Whether a text may show a lock or a future.
bool textsShowThings(const PythonScript &script)
{
    constexpr Kinds mayBeThing =
        Kind::Thing | Kind::Future | Kind::Any | Kind::List | Kind::Object | Kind::Outcome;
    bool makes = false, shows = false;
    for (int i = -1; i < int(script.plan.coroutines.size()); ++i) {
        const VariableUses uses(bodyOf(script.plan, i), localsOf(script.plan, i), script.plan.sharedNames);
        for (const VariableUse &use : uses.all()) {
            const Kinds kinds = script.kinds.of(use.variable, i);
            makes = makes || (kinds & (Kind::Thing | Kind::Future));
            shows = shows || (use.inText && (kinds & mayBeThing));
        }
    }
    return makes && shows;
}

} // namespace

PythonScript::PythonScript(const Plan &shown) : plan(shown), kinds(shown), names(shown, pythonReserved())
{
    namesThings = textsShowThings(*this);
    for (int i = -1; i < int(plan.coroutines.size()); ++i)
        numericKeys = numericKeys || contains(bodyOf(plan, i), &hasNumericKey);
}

PythonExpressions::PythonExpressions(PythonScript &script, int coroutine)
    : m_script(script), m_coroutine(coroutine),
      m_uses(bodyOf(script.plan, coroutine), localsOf(script.plan, coroutine), script.plan.sharedNames)
{
}

QString PythonExpressions::name(Variable variable) const
{
    return m_script.names.of(m_uses.nameOf(variable));
}

bool PythonExpressions::isParameter(Variable variable) const
{
    if (m_coroutine < 0)
        return false;
    const std::vector<Variable> &params = m_script.plan.coroutines[size_t(m_coroutine)].params;
    return std::ranges::any_of(
        params, [&](Variable param) { return param.scope == variable.scope && param.slot == variable.slot; });
}

QString PythonExpressions::path(const Path &path)
{
    if (path.variable.scope == Scope::Self)
        return QStringLiteral("asyncio.current_task()");
    QString text = m_script.names.of(path.name);
    Path part = path;
    part.keys.clear();
    for (const QString &key : path.keys) {
        bool isIndex = false;
        key.toInt(&isIndex);
        const Kinds whole = kinds(part);
        if (!isIndex || onlyAmong(whole, Kind::Object | Kind::Outcome)) {
            text += QStringLiteral("[\"%1\"]").arg(key);
        } else if (m_script.numericKeys && !onlyAmong(whole, Kind::List | Kind::Futures)) {
            need(PythonHelper::Part);
            text = QStringLiteral("part(%1, %2)").arg(text, key);
        } else {
            text += u'[' + key + u']';
        }
        part.keys += key;
    }
    return text;
}

QString PythonExpressions::value(const ValueExpr &expr)
{
    if (const Value *const literal = std::get_if<Value>(&expr.form))
        return pythonLiteral(*literal);
    if (const Path *const variable = std::get_if<Path>(&expr.form))
        return path(*variable);
    if (std::get_if<TextExpr>(&expr.form))
        return text(expr);
    QStringList parts;
    if (const ListExpr *const list = std::get_if<ListExpr>(&expr.form)) {
        for (const ValueExpr &item : list->items)
            parts += value(item);
        return u'[' + parts.join(QStringLiteral(", ")) + u']';
    }
    if (const ObjectExpr *const object = std::get_if<ObjectExpr>(&expr.form)) {
        for (size_t i = 0; i < object->values.size(); ++i)
            parts +=
                pythonString(object->keys[qsizetype(i)]) + QStringLiteral(": ") + value(object->values[i]);
        return u'{' + parts.join(QStringLiteral(", ")) + u'}';
    }
    return QStringLiteral("None");
}

QString PythonExpressions::printed(const ValueExpr &expr)
{
    const Path *const path = onlyPath(expr);
    return path ? shown(*path) : text(expr);
}

QString PythonExpressions::text(const ValueExpr &expr)
{
    const Path *const path = onlyPath(expr);
    if (path && !onlyAmong(kinds(*path), Kind::Whole))
        return shown(*path);
    if (const TextExpr *const formula = std::get_if<TextExpr>(&expr.form))
        return formatted(*formula);
    return value(expr);
}

/// The value of a path as something that Python prints as the plan language does.
QString PythonExpressions::shown(const Path &path)
{
    const Kinds kinds = this->kinds(path);
    if (onlyAmong(kinds, Kind::Text | Kind::Whole))
        return this->path(path);
    if (onlyAmong(kinds, Kind::Task))
        return this->path(path) + QStringLiteral(".get_name()");
    need(PythonHelper::Text);
    return QStringLiteral("text(") + this->path(path) + u')';
}

QString PythonExpressions::formatted(const TextExpr &expr)
{
    QString text;
    bool hasPaths = false;
    for (const auto &part : expr.parts) {
        if (const QString *const plain = std::get_if<QString>(&part)) {
            text += pythonFormatted(*plain);
            continue;
        }
        // Before 3.12 an f-string's expression must not have the quotes of the f-string.
        hasPaths = true;
        text += u'{' + shown(std::get<Path>(part)).replace(u'"', u'\'') + u'}';
    }
    if (!hasPaths)
        return pythonString(std::get<QString>(expr.parts.front()));
    return QStringLiteral("f\"") + text + u'"';
}

QString PythonExpressions::call(const Call &call)
{
    const QString name = m_script.names.of(m_script.plan.coroutines[size_t(call.coroutine)].name);
    return name + u'(' + arguments(call).join(QStringLiteral(", ")) + u')';
}

QStringList PythonExpressions::arguments(const Call &call)
{
    QStringList arguments;
    for (const ValueExpr &argument : call.arguments)
        arguments += value(argument);
    return arguments;
}

QString PythonExpressions::item(const Item &item)
{
    const Call *const called = std::get_if<Call>(&item);
    return called ? call(*called) : path(std::get<Path>(item));
}

QStringList PythonExpressions::items(const std::vector<Item> &items, AsTasks asTasks)
{
    QStringList texts;
    for (const Item &item : items) {
        if (const Call *const called = std::get_if<Call>(&item)) {
            const QString text = call(*called);
            texts += asTasks == AsTasks::Yes ? QStringLiteral("asyncio.create_task(%1)").arg(text) : text;
            continue;
        }
        const Path &path = std::get<Path>(item);
        const QString text = this->path(path);
        const Kinds kinds = this->kinds(path);
        if (onlyAmong(kinds, Kind::Task | Kind::Future | Kind::Null)) {
            texts += text;
        } else if (onlyAmong(kinds, Kind::Futures | Kind::List)) {
            texts += u'*' + text;
        } else {
            need(PythonHelper::Each);
            texts += QStringLiteral("*each(") + text + u')';
        }
    }
    return texts;
}

QString PythonExpressions::list(const std::vector<Item> &items, AsTasks asTasks)
{
    const QStringList texts = this->items(items, asTasks);
    if (texts.size() == 1 && texts.front().startsWith(u'*'))
        return texts.front().mid(1);
    return u'[' + texts.join(QStringLiteral(", ")) + u']';
}

QString PythonExpressions::error(const Step &step)
{
    const Value *const message = std::get_if<Value>(&step.text.form);
    const bool isEmpty =
        !step.text || (message && message->as<QString>() && message->as<QString>()->isEmpty());
    return pythonError(step.error) + u'(' + (isEmpty ? QString() : text(step.text)) + u')';
}

} // namespace loopscope
