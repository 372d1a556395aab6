// SPDX-License-Identifier: MIT
#include "core/plan/frame.h"

#include "core/plan/future_thing.h"
#include "core/plan/plan_error.h"

#include <cmath>

namespace loopscope {

namespace {

constexpr double int64Limit = 9223372036854775808.0; // 2^63

Value part(const Value &whole, const QString &key)
{
    if (const ListRef *list = whole.as<ListRef>()) {
        bool isIndex = false;
        const qlonglong index = key.toLongLong(&isIndex);
        if (isIndex && index < qlonglong((*list)->size()))
            return (**list)[size_t(index)];
    } else if (const ObjectRef *object = whole.as<ObjectRef>()) {
        if (const Value *found = (*object)->find(key))
            return *found;
    }
    throwKeyError(key);
}

struct Evaluation
{
    const Frame &frame;

    Value operator()(std::monostate) const { return {}; }
    Value operator()(const Value &literal) const { return literal; }
    Value operator()(const Path &path) const { return frame.read(path); }
    Value operator()(const TextExpr &expr) const
    {
        QString text;
        for (const auto &piece : expr.parts) {
            const QString *plain = std::get_if<QString>(&piece);
            text += plain ? *plain : valueText(frame.read(std::get<Path>(piece)));
        }
        return text;
    }
    Value operator()(const ListExpr &expr) const { return makeList(frame.evaluateAll(expr.items)); }
    Value operator()(const ObjectExpr &expr) const
    {
        ValueObject object;
        for (size_t i = 0; i < expr.values.size(); ++i)
            object.insert(expr.keys[qsizetype(i)], frame.evaluate(expr.values[i]));
        return makeObject(std::move(object));
    }
};

} // namespace

Frame::Frame(Execution &execution, const Coroutine &coroutine, std::vector<Value> arguments)
    : m_execution(execution), m_locals(size_t(coroutine.locals.size()))
{
    for (size_t i = 0; i < arguments.size(); ++i)
        assign(coroutine.params[i], std::move(arguments[i]));
}

std::optional<Value> &Frame::slot(Variable variable) const
{
    return variable.scope == Scope::Shared ? m_execution.shared(variable.slot)
                                           : m_locals[size_t(variable.slot)];
}

Value Frame::base(const Path &path) const
{
    if (path.variable.scope == Scope::Self) {
        TaskBase *const task = loop().currentTask();
        return task ? futureValue(m_execution.things(), Ref<FutureBase>(&task->future())) : Value();
    }
    const std::optional<Value> &value = slot(path.variable);
    if (!value)
        throwNameError(path.name);
    return *value;
}

Value Frame::read(const Path &path) const
{
    Value value = base(path);
    for (const QString &key : path.keys)
        value = part(value, key);
    return value;
}

void Frame::assign(Variable variable, Value value)
{
    if (variable)
        slot(variable) = std::move(value);
}

bool Frame::isSet(Variable variable) const
{
    return slot(variable).has_value();
}

Value Frame::evaluate(const ValueExpr &expr) const
{
    return std::visit(Evaluation{*this}, expr.form);
}

std::vector<Value> Frame::evaluateAll(const std::vector<ValueExpr> &exprs) const
{
    std::vector<Value> values;
    values.reserve(exprs.size());
    for (const ValueExpr &expr : exprs)
        values.push_back(evaluate(expr));
    return values;
}

QString Frame::text(const ValueExpr &expr) const
{
    return expr ? valueText(evaluate(expr)) : QString();
}

Value Frame::number(const ValueExpr &expr) const
{
    Value value = evaluate(expr);
    if (!value.isNumber())
        throwNoNumber();
    return value;
}

Seconds Frame::seconds(const ValueExpr &expr) const
{
    const double value = number(expr).number();
    if (value < 0)
        throwNoNumber();
    return Seconds(value);
}

std::optional<Seconds> Frame::maybeSeconds(const ValueExpr &expr) const
{
    if (evaluate(expr).isNull())
        return std::nullopt;
    return seconds(expr);
}

qint64 Frame::whole(const ValueExpr &expr) const
{
    const Value value = evaluate(expr);
    if (const qint64 *integer = value.as<qint64>())
        return *integer;
    const double number = value.as<double>() ? value.number() : std::nan("");
    if (std::trunc(number) != number || number < -int64Limit || number >= int64Limit) // NaN, too
        throwNoWholeNumber();
    return qint64(number);
}

qint64 Frame::count(const ValueExpr &expr) const
{
    const qint64 value = whole(expr);
    if (value < 0)
        throwNoWholeNumber();
    return value;
}

} // namespace loopscope
