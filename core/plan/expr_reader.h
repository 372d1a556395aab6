// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan_names.h"

namespace loopscope {

/// Reads what stands inside a step: values, texts, paths, calls and items. What is wrong with them is
/// reported; what comes back then is good for nothing but going on.
class ExprReader
{
public:
    ExprReader(const PlanNames &names, JsonProblems &problems) : m_names(names), m_problems(problems) {}

    [[nodiscard]] ValueExpr value(const JsonCursor &at);
    /// A string with variables in it.
    [[nodiscard]] ValueExpr text(const JsonCursor &at);
    /// A number or {"var"}, as the kind (Number, Seconds, MaybeSeconds, Count) allows it.
    [[nodiscard]] ValueExpr number(const JsonCursor &at, ArgKind kind);
    /// The name of a variable that is assigned.
    [[nodiscard]] Path assigned(const JsonCursor &at);
    /// A path to a variable that is read.
    [[nodiscard]] Path path(const JsonCursor &at);
    [[nodiscard]] Call call(const JsonCursor &at);
    [[nodiscard]] Item item(const JsonCursor &at);
    [[nodiscard]] std::vector<Item> items(const JsonCursor &at);

private:
    [[nodiscard]] TextExpr substitutions(const QString &text, const JsonCursor &at);
    [[nodiscard]] Path resolve(const QString &text, const JsonCursor &at);
    void reportUnknown(const QString &name, const JsonCursor &at);
    void reportNoCoroutine(const QString &name, const JsonCursor &at);

    const PlanNames &m_names;
    JsonProblems &m_problems;
};

/// Whether it is exactly {"var": …}.
[[nodiscard]] bool isVariableObject(const JsonCursor &at);

} // namespace loopscope
