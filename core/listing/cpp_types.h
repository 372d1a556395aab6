// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/value_kinds.h"

#include <QSet>

namespace loopscope {

/// The C++ types of a plan's variables: QString, qint64, double or bool where a variable holds nothing else
/// and every step that sets it gives just that; Var for all others.
class CppTypes
{
public:
    CppTypes(const Plan &plan, const ValueKinds &kinds);

    [[nodiscard]] QString of(Variable variable, int coroutine) const;
    [[nodiscard]] bool isVar(Variable variable, int coroutine) const;

private:
    [[nodiscard]] static quint64 keyOf(Variable variable, int coroutine);
    void look(const Step &step, int coroutine);
    void look(const Call &call, int coroutine);
    void spoil(Variable variable, int coroutine);
    [[nodiscard]] bool isTyped(const ValueExpr &expr, int coroutine) const;

    const Plan &m_plan;
    const ValueKinds &m_kinds;
    QSet<quint64> m_vars; ///< those that some step sets to a Var
    bool m_changed = false;
};

} // namespace loopscope
