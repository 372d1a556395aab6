// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/text_places.h"
#include "core/plan/expr_reader.h"

namespace loopscope {

/// Reads lists of steps by the table of the language, and checks what the table cannot say: which verbs may
/// stand where.
class StepReader
{
public:
    /// What the steps are read for.
    enum class Place : quint8 {
        Shared,    ///< they make shared variables
        Coroutine, ///< a task runs them
    };

    StepReader(const PlanNames &names, JsonProblems &problems, const TextPlaces &places, Place place);

    [[nodiscard]] Steps steps(const JsonCursor &at);

private:
    [[nodiscard]] Step step(const JsonCursor &at);
    void checkVerb(Verb verb, const JsonCursor &at);
    void argument(Step &step, ArgKind kind, const QString &key, const JsonCursor &at);
    void numberArgument(Step &step, ArgKind kind, const QString &key, const JsonCursor &at);
    void textArgument(Step &step, const QString &key, const JsonCursor &at);
    void stepsArgument(Step &step, const QString &key, const JsonCursor &at);
    void raised(Step &step, const JsonCursor &at);
    void job(Step &step, const JsonCursor &at);
    [[nodiscard]] std::vector<ExceptClause> clauses(const JsonCursor &at);

    JsonProblems &m_problems;
    const TextPlaces &m_places;
    ExprReader m_expr;
    Place m_place;
    int m_callbacks = 0; ///< how many callbacks, groups and timeouts the step stands in
    int m_groups = 0;
    int m_timeouts = 0;
};

} // namespace loopscope
