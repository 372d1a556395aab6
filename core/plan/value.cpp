// SPDX-License-Identifier: MIT
#include "core/plan/value.h"

#include "core/base/json_text.h"
#include "core/plan/discard.h"
#include "core/plan/thing.h"

#include <cmath>

namespace loopscope {

namespace {

QByteArray errorJson(const ErrorInfo &error)
{
    JsonObjectText text;
    text.add("error", QString::fromUtf8(error.type)).add("message", error.message);
    if (error.errors.empty())
        return text.text();
    QByteArray errors;
    for (const ErrorInfo &inner : error.errors)
        errors += (errors.isEmpty() ? "[" : ",") + errorJson(inner);
    return text.addRaw("errors", errors + ']').text();
}

QString errorText(const ErrorInfo &error)
{
    const QString type = QString::fromUtf8(error.type);
    return error.message.isEmpty() ? type : type + QStringLiteral(": ") + error.message;
}

QByteArray doubleJson(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity"; // no JSON, but what Python writes
    return jsonNumber(number);
}

constexpr int deepest = 1000;
constexpr char tooDeep[] = "\"\u2026\"";

struct JsonWriter
{
    int depth = 0;

    [[nodiscard]] QByteArray nested(const Value &value) const { return value.visit(JsonWriter{depth + 1}); }

    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(bool yes) const { return yes ? "true" : "false"; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(double number) const { return doubleJson(number); }
    QByteArray operator()(const QString &text) const { return jsonString(text); }
    QByteArray operator()(const ErrorRef &error) const { return errorJson(error->info); }
    QByteArray operator()(const ThingRef &thing) const { return jsonString(thing->name()); }
    QByteArray operator()(const ListRef &list) const
    {
        if (depth > deepest)
            return tooDeep;
        QByteArray text = "[";
        for (const Value &item : *list)
            text += (text.size() > 1 ? "," : "") + nested(item);
        return text + ']';
    }
    QByteArray operator()(const ObjectRef &object) const
    {
        if (depth > deepest)
            return tooDeep;
        QByteArray text = "{";
        for (const auto &[key, value] : object->members)
            text += (text.size() > 1 ? "," : "") + jsonString(key) + ':' + nested(value);
        return text + '}';
    }
};

} // namespace

const Value *ValueObject::find(QStringView key) const
{
    for (const auto &[name, value] : members) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

void ValueObject::insert(const QString &key, Value value)
{
    members.emplace_back(key, std::move(value));
}

Value makeList(ValueList items)
{
    return makeDiscarded<ValueList>(std::move(items));
}

Value makeObject(ValueObject object)
{
    return makeDiscarded<ValueObject>(std::move(object));
}

QString valueText(const Value &value)
{
    if (const QString *text = value.as<QString>())
        return *text;
    if (const ThingRef *thing = value.as<ThingRef>())
        return (*thing)->name();
    if (const ErrorRef *error = value.as<ErrorRef>())
        return errorText((*error)->info);
    return QString::fromUtf8(valueJson(value));
}

QByteArray valueJson(const Value &value)
{
    return value.visit(JsonWriter());
}

} // namespace loopscope
