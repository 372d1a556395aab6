// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/cpp_expressions.h"

namespace loopscope {

/// A step that is one statement: `head(arguments)tail`, or `head` alone.
struct CppStatement
{
    QString head;
    QStringList arguments;
    QString tail;
    bool isCall = false;
};

/// The statement of a step that holds no others; empty for a step that does, and for "return".
[[nodiscard]] std::optional<CppStatement> cppStatement(const CppExpressions &expressions, const Step &step);

} // namespace loopscope
