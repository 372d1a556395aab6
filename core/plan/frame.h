// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ref.h"
#include "core/loop/loop.h"
#include "core/plan/execution.h"

namespace loopscope {

class TaskGroup;
class Timeout;

/// One call of a coroutine: its variables, and the values of what its steps say. Shared with the callbacks
/// that it registers, which go on using its variables after it has ended.
///
/// What cannot be evaluated is raised: NameError, KeyError, TypeError, with the messages of the language.
class Frame : public RefCounted
{
public:
    /// The call of a coroutine that takes these arguments.
    Frame(Execution &execution, const Coroutine &coroutine, std::vector<Value> arguments);
    /// A frame without variables of its own, for "shared" and for main's arguments.
    explicit Frame(Execution &execution) : m_execution(execution) {}

    [[nodiscard]] Execution &execution() const { return m_execution; }
    [[nodiscard]] Loop &loop() const { return m_execution.loop(); }

    [[nodiscard]] Value read(const Path &path) const;
    void assign(Variable variable, Value value); ///< nothing happens without a variable
    [[nodiscard]] bool isSet(Variable variable) const;

    [[nodiscard]] Value evaluate(const ValueExpr &expr) const;
    [[nodiscard]] std::vector<Value> evaluateAll(const std::vector<ValueExpr> &exprs) const;
    [[nodiscard]] QString text(const ValueExpr &expr) const;
    [[nodiscard]] Value number(const ValueExpr &expr) const; ///< any number
    [[nodiscard]] Seconds seconds(const ValueExpr &expr) const;
    [[nodiscard]] std::optional<Seconds> maybeSeconds(const ValueExpr &expr) const;
    [[nodiscard]] qint64 count(const ValueExpr &expr) const; ///< whole, 0 or more
    [[nodiscard]] qint64 whole(const ValueExpr &expr) const;

    /// The blocks of with_timeout and group that the running step stands in, the innermost last.
    [[nodiscard]] std::vector<Timeout *> &timeouts() { return m_timeouts; }
    [[nodiscard]] std::vector<TaskGroup *> &groups() { return m_groups; }

private:
    [[nodiscard]] std::optional<Value> &slot(Variable variable) const;
    [[nodiscard]] Value base(const Path &path) const;

    Execution &m_execution;
    mutable std::vector<std::optional<Value>> m_locals;
    std::vector<Timeout *> m_timeouts;
    std::vector<TaskGroup *> m_groups;
};

} // namespace loopscope
