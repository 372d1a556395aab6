// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/identifiers.h"
#include "core/listing/python_helpers.h"
#include "core/listing/value_kinds.h"
#include "core/listing/variable_uses.h"

namespace loopscope {

/// Whether coroutines among items are given as they are, or made tasks.
enum class AsTasks { No, Yes };

/// What all of a Python listing shares.
struct PythonScript
{
    explicit PythonScript(const Plan &plan);

    const Plan &plan;
    ValueKinds kinds;
    Identifiers names;
    PythonHelpers needed;
    bool numericKeys = false; ///< a key of an object could be taken for an index
    bool namesThings = false; ///< a text may show a lock or future, which have no names in Python
};

/// The values, calls and items of one coroutine's steps as Python expressions.
class PythonExpressions
{
public:
    /// `coroutine` is -1 for "shared".
    PythonExpressions(PythonScript &script, int coroutine);

    [[nodiscard]] const VariableUses &uses() const { return m_uses; }
    [[nodiscard]] Kinds kinds(const Path &path) const { return m_script.kinds.of(path, m_coroutine); }

    [[nodiscard]] QString name(Variable variable) const;
    [[nodiscard]] bool isParameter(Variable variable) const;
    [[nodiscard]] QString path(const Path &path);
    [[nodiscard]] QString value(const ValueExpr &expr);
    /// What "print" prints: as a text, unless Python prints the value the same way.
    [[nodiscard]] QString printed(const ValueExpr &expr);
    [[nodiscard]] QString text(const ValueExpr &expr);
    [[nodiscard]] QString call(const Call &call);
    [[nodiscard]] QStringList arguments(const Call &call);
    /// One coroutine, task or future.
    [[nodiscard]] QString item(const Item &item);
    /// The items of a list, in which a path may lead to a list of its own.
    [[nodiscard]] QStringList items(const std::vector<Item> &items, AsTasks asTasks);
    /// The same as one list.
    [[nodiscard]] QString list(const std::vector<Item> &items, AsTasks asTasks);
    /// The error that a step makes.
    [[nodiscard]] QString error(const Step &step);

    void need(PythonHelper helper) { m_script.needed |= helper; }
    [[nodiscard]] PythonScript &script() const { return m_script; }

private:
    [[nodiscard]] QString shown(const Path &path);
    [[nodiscard]] QString formatted(const TextExpr &expr);

    PythonScript &m_script;
    const int m_coroutine;
    VariableUses m_uses;
};

} // namespace loopscope
