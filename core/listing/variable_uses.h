// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <functional>

namespace loopscope {

/// One place where a step reads or sets a variable.
struct VariableUse
{
    enum Way : quint8 { Reads, Sets, Appends };

    QString name;
    Variable variable;
    Way way = Reads;
    const Step *step = nullptr;
    std::vector<const Steps *> blocks;    ///< the lists of steps it stands in, the outermost first
    int callbacks = 0;                    ///< in how many callbacks it stands
    int loops = 0;                        ///< in how many bodies of "repeat" and "as_completed"
    const ExceptClause *clause = nullptr; ///< the clause that sets its `as`
    bool inText = false;                  ///< it is written into a text, or into a list or object
};

/// The variables of one coroutine, or of "shared", and where its body uses them, in the order of the text.
class VariableUses
{
public:
    VariableUses(const Steps &body, const QStringList &locals, const QStringList &sharedNames);

    [[nodiscard]] const std::vector<VariableUse> &all() const { return m_uses; }
    [[nodiscard]] std::vector<const VariableUse *> of(const QString &name) const;
    [[nodiscard]] bool isRead(const QString &name) const;
    [[nodiscard]] QString nameOf(Variable variable) const;

    /// The name is set by except clauses only, and used nowhere but in them: it may be a variable of the
    /// clause, which Python forgets at its end.
    [[nodiscard]] bool livesInClauses(const QString &name) const;

private:
    struct Where
    {
        std::vector<const Steps *> blocks;
        int callbacks = 0;
        int loops = 0;
    };
    void visit(const Steps &steps, Where where);
    void visit(const Step &step, const Where &where);
    void visitTry(const Step &step, const Where &where);
    void reads(const Step &step, const Where &where);
    void reads(const ValueExpr &expr, const Step &step, const Where &where, bool inText);
    void reads(const Path &path, const Step &step, const Where &where, bool inText = false);
    void note(VariableUse use, const Where &where);

    const QStringList &m_locals;
    const QStringList &m_sharedNames;
    std::vector<VariableUse> m_uses;
};

/// The verb makes its variable from nothing, or sets it, by its path.
[[nodiscard]] bool setsItsPath(Verb verb);

} // namespace loopscope
