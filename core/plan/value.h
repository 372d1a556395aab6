// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/errors.h"

#include <memory>
#include <type_traits>
#include <variant>
#include <vector>

namespace loopscope {

class Value;
class Thing;

using ValueList = std::vector<Value>;

/// An object's members in the order they were written. Objects of plans are small, so they are searched.
struct ValueObject
{
    std::vector<std::pair<QString, Value>> members;

    [[nodiscard]] const Value *find(QStringView key) const;
    void insert(const QString &key, Value value);
};

/// An error as a value: what it is, and itself, to be raised again.
struct ErrorValue
{
    ErrorInfo info;
    std::exception_ptr source;
};

using ListRef = std::shared_ptr<ValueList>;
using ObjectRef = std::shared_ptr<ValueObject>;
using ErrorRef = std::shared_ptr<const ErrorValue>;
using ThingRef = std::shared_ptr<Thing>;

/// A value of the plan language. Lists and objects are references, as in Python: a copy of a Value is the
/// same list, and what is appended is seen by everyone who has it.
class Value
{
public:
    Value() = default; ///< null
    /// Exactly one of its own types: no pointer or int slips in as a bool.
    template<class T>
    requires(std::is_same_v<T, bool> || std::is_same_v<T, qint64> || std::is_same_v<T, double> ||
             std::is_same_v<T, QString> || std::is_same_v<T, ListRef> || std::is_same_v<T, ObjectRef> ||
             std::is_same_v<T, ErrorRef> || std::is_same_v<T, ThingRef>) Value(T data)
        : m_data(std::move(data))
    {
    }

    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&m_data);
    }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    /// A whole or broken number; booleans are none.
    [[nodiscard]] bool isNumber() const { return as<qint64>() || as<double>(); }
    [[nodiscard]] double number() const { return as<qint64>() ? double(*as<qint64>()) : *as<double>(); }

    template<class Visitor>
    auto visit(const Visitor &visitor) const
    {
        return std::visit(visitor, m_data);
    }

private:
    std::variant<std::monostate, bool, qint64, double, QString, ListRef, ObjectRef, ErrorRef, ThingRef>
        m_data;
};

[[nodiscard]] Value makeList(ValueList items);
[[nodiscard]] Value makeObject(ValueObject object);

/// How the language writes a value in a text: a string is itself, an error `Type: message` or `Type`, a thing
/// its name, all else compact JSON.
[[nodiscard]] QString valueText(const Value &value);

/// Compact JSON in UTF-8; things are their names, errors objects. Lists and objects nested deeper than 1000 are "…".
[[nodiscard]] QByteArray valueJson(const Value &value);

/// As valueJson: how a task's end tells of its result.
[[nodiscard]] inline QByteArray resultJson(const Value &value)
{
    return valueJson(value);
}

} // namespace loopscope
