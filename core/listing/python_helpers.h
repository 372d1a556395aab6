// SPDX-License-Identifier: MIT
#pragma once

#include <QFlags>
#include <QStringList>

namespace loopscope {

/// What a Python listing may need beside asyncio itself.
enum class PythonHelper : quint16 {
    Text = 1 << 0,        ///< text(value): as the plan language writes it
    Named = 1 << 1,       ///< named(name, thing): so that text knows a lock by its variable
    WaitInOrder = 1 << 2, ///< asyncio.wait with lists in place of sets
    Each = 1 << 3,        ///< each(value): the elements of a list, or the one
    Part = 1 << 8,        ///< part(value, index): of a list, or of an object with such a key
    SleepThen = 1 << 4,   ///< a job with a result
    Spin = 1 << 5,        ///< a job that keeps its thread busy
    Fetch = 1 << 6,
    Time = 1 << 7, ///< the module
};
Q_DECLARE_FLAGS(PythonHelpers, PythonHelper)
Q_DECLARE_OPERATORS_FOR_FLAGS(PythonHelpers)

/// The modules to import.
[[nodiscard]] QStringList pythonImports(PythonHelpers needed);
/// The definitions, each behind two empty lines.
[[nodiscard]] QStringList pythonDefinitions(PythonHelpers needed);

} // namespace loopscope
