// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/json_text.h"

#include <concepts>

namespace loopscope {

/// The JSON text of a task's result in its Done event. A type of yours takes part by a function
/// `QByteArray resultJson(const Type &)` beside it; without one its result reads as null.
template<class T>
QByteArray resultText(const T &value)
{
    if constexpr (requires { { resultJson(value) } -> std::convertible_to<QByteArray>; })
        return resultJson(value);
    else if constexpr (std::same_as<T, bool>)
        return value ? "true" : "false";
    else if constexpr (std::integral<T>)
        return QByteArray::number(value);
    else if constexpr (std::floating_point<T>)
        return jsonNumber(double(value));
    else if constexpr (std::convertible_to<T, QStringView>)
        return jsonString(value);
    else if constexpr (std::same_as<T, QByteArray>)
        return jsonString(QString::fromUtf8(value));
    else
        return "null";
}

} // namespace loopscope
