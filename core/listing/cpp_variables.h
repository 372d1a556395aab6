// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/cpp_types.h"
#include "core/listing/identifiers.h"
#include "core/listing/variable_uses.h"

namespace loopscope {

/// What all of a C++ listing shares.
struct CppScript
{
    explicit CppScript(const Plan &plan);

    const Plan &plan;
    ValueKinds kinds;
    CppTypes types;
    Identifiers names;
    std::vector<bool> returns; ///< by coroutine: whether it returns a value
    bool releases = false;     ///< some step releases a lock
};

/// Where the variables of one coroutine are declared. A variable of Python belongs to its function; here it
/// belongs to the block that uses it, if its first use there sets it; else to the whole function. One that a
/// callback shares with the coroutine lies outside of both.
class CppVariables
{
public:
    /// `coroutine` is -1 for "shared".
    CppVariables(CppScript &script, int coroutine);

    [[nodiscard]] const VariableUses &uses() const { return m_uses; }
    [[nodiscard]] QString name(Variable variable) const; ///< as an expression
    [[nodiscard]] QString type(Variable variable) const { return m_script.types.of(variable, m_coroutine); }
    /// `name = ` or, where it is declared, `Type name = `. Empty for a variable that nobody reads.
    [[nodiscard]] QString assigned(Variable variable, const Step &step) const;
    /// The variable counts the rounds of this loop and lives in it alone.
    [[nodiscard]] bool livesInLoop(const Step &loop) const;
    /// The clause's `as` is declared at the beginning of the clause.
    [[nodiscard]] bool livesInClause(const ExceptClause &clause) const;
    /// The clause's `as` is read by more than steps that raise it again.
    [[nodiscard]] bool isReadOtherwise(const ExceptClause &clause) const;
    [[nodiscard]] bool isRead(Variable variable) const;
    /// The declarations at the beginning of the function.
    [[nodiscard]] QStringList declarations() const;
    /// A function's parameters.
    [[nodiscard]] QStringList parameters() const;
    /// What a callback with these steps captures: "=" or nothing.
    [[nodiscard]] QString capture(const Steps &callback) const;

private:
    struct Home
    {
        enum Where : quint8 { Function, Step, Loop, Clause, Callbacks, Parameter } where = Function;
        const loopscope::Step *step = nullptr; ///< that declares it
        const ExceptClause *clause = nullptr;
        QString name;
        Variable variable;
    };
    void settle(const QString &name);
    [[nodiscard]] Home homeOf(const std::vector<const VariableUse *> &uses) const;
    [[nodiscard]] bool isParameter(Variable variable) const;
    [[nodiscard]] const Home *home(Variable variable) const;

    CppScript &m_script;
    const int m_coroutine;
    VariableUses m_uses;
    QHash<QString, Home> m_homes;
    QStringList m_order; ///< of the names, by first use
};

} // namespace loopscope
