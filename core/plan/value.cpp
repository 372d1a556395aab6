// SPDX-License-Identifier: MIT
#include "core/plan/value.h"

#include "core/base/json_text.h"

#include <cmath>

namespace loopscope {

namespace {

QByteArray errorJson(const ErrorValue &error, QByteArrayView typeKey)
{
    JsonObjectText text;
    text.add(typeKey, error.type).add("message", error.message);
    if (!error.isGroup())
        return text.text();
    QByteArray errors;
    for (const ErrorRef &inner : error.errors)
        errors += (errors.isEmpty() ? "[" : ",") + errorJson(*inner, "error");
    return text.addRaw("errors", errors + ']').text();
}

QByteArray doubleJson(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity"; // no JSON, but what Python writes
    return jsonNumber(number);
}

struct JsonWriter
{
    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(bool yes) const { return yes ? "true" : "false"; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(double number) const { return doubleJson(number); }
    QByteArray operator()(const QString &text) const { return jsonString(text); }
    QByteArray operator()(const ErrorRef &error) const { return errorJson(*error, "error"); }
    QByteArray operator()(const ThingRef &thing) const { return jsonString(thing->name()); }
    QByteArray operator()(const ListRef &list) const
    {
        QByteArray text = "[";
        for (const Value &item : *list)
            text += (text.size() > 1 ? "," : "") + valueJson(item);
        return text + ']';
    }
    QByteArray operator()(const ObjectRef &object) const
    {
        QByteArray text = "{";
        for (const auto &[key, value] : object->members)
            text += (text.size() > 1 ? "," : "") + jsonString(key) + ':' + valueJson(value);
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

QString valueText(const Value &value)
{
    if (const QString *text = value.as<QString>())
        return *text;
    if (const ThingRef *thing = value.as<ThingRef>())
        return (*thing)->name();
    if (const ErrorRef *error = value.as<ErrorRef>())
        return errorText(**error);
    return QString::fromUtf8(valueJson(value));
}

QString errorText(const ErrorValue &error)
{
    return error.message.isEmpty() ? error.type : error.type + QStringLiteral(": ") + error.message;
}

QByteArray valueJson(const Value &value)
{
    return value.visit(JsonWriter());
}

QByteArray errorMembersJson(const ErrorValue &error)
{
    return errorJson(error, "type");
}

} // namespace loopscope
