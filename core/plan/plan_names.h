// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_problems.h"
#include "core/plan/plan.h"

#include <QHash>
#include <QSet>

namespace loopscope {

/// The names that a plan's steps may use: coroutines and shared variables everywhere, locals in one
/// coroutine. Reading an unknown name is a problem; the problem is left out where the name stands in a step
/// whose verb or key is unknown itself, because there the misspelled word is the one mistake.
class PlanNames
{
public:
    struct Signature
    {
        int index = 0;
        qsizetype params = 0;
    };

    void addCoroutine(const QString &name, qsizetype params);
    [[nodiscard]] const Signature *coroutine(const QString &name) const;
    [[nodiscard]] QStringList coroutineNames() const { return m_coroutineNames; }

    /// Takes every variable that is assigned anywhere below `at` for a shared one.
    void collectShared(const JsonCursor &at, JsonProblems &problems);
    /// Forgets the locals of the coroutine before.
    void beginBody() { m_locals.clear(), m_localNames.clear(), m_tolerated.clear(); }
    void addParam(const JsonCursor &at, JsonProblems &problems);
    void collectLocals(const JsonCursor &at, JsonProblems &problems);

    [[nodiscard]] Variable variable(const QString &name) const;
    [[nodiscard]] bool isTolerated(const QString &name) const { return m_tolerated.contains(name); }
    [[nodiscard]] QStringList sharedNames() const { return m_sharedNames; }
    [[nodiscard]] QStringList localNames() const { return m_localNames; } ///< by slot
    [[nodiscard]] QStringList variableNames() const { return m_sharedNames + m_localNames; }

private:
    enum class Where : quint8 { Shared, Local };

    void collect(const JsonCursor &at, Where where, JsonProblems &problems);
    void assign(const JsonCursor &at, Where where, JsonProblems &problems);

    QHash<QString, Signature> m_coroutines;
    QStringList m_coroutineNames;
    QHash<QString, int> m_shared;
    QStringList m_sharedNames;
    QHash<QString, int> m_locals;
    QStringList m_localNames;
    QSet<QString> m_tolerated;
};

} // namespace loopscope
