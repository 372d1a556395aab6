// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/python_expressions.h"

namespace loopscope {

/// A step that is one statement: `head(arguments)tail`, or `head` alone.
struct PythonStatement
{
    QString head;
    QStringList arguments;
    QString tail;
    bool isCall = false;
};

/// The statement of a step that holds no others; empty for a step that does.
[[nodiscard]] std::optional<PythonStatement> pythonStatement(PythonExpressions &expressions,
                                                             const Step &step);

} // namespace loopscope
