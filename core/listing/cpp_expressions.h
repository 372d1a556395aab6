// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/cpp_variables.h"

namespace loopscope {

/// The values, calls and items of one coroutine's steps as C++ expressions.
class CppExpressions
{
public:
    CppExpressions(CppScript &script, int coroutine);

    [[nodiscard]] const CppVariables &variables() const { return m_variables; }
    [[nodiscard]] Kinds kinds(const Path &path) const { return m_script.kinds.of(path, m_coroutine); }

    [[nodiscard]] QString path(const Path &path) const;
    /// The path as what a method is called of, with its dot.
    [[nodiscard]] QString target(const Path &path) const;
    [[nodiscard]] QString value(const ValueExpr &expr) const;
    [[nodiscard]] QStringList printed(const ValueExpr &expr) const; ///< the arguments of print
    [[nodiscard]] QString text(const ValueExpr &expr) const;
    [[nodiscard]] QString seconds(const ValueExpr &expr) const;      ///< a length of time
    [[nodiscard]] QString maybeSeconds(const ValueExpr &expr) const; ///< or none
    [[nodiscard]] QString delay(const ValueExpr &expr) const;        ///< what sleep takes
    [[nodiscard]] QString called(const Call &call) const;            ///< the coroutine's name
    [[nodiscard]] QString call(const Call &call) const;
    /// The coroutine and its arguments, for createTask.
    [[nodiscard]] QStringList parts(const Call &call) const;
    [[nodiscard]] QString item(const Item &item) const;
    [[nodiscard]] QStringList items(const std::vector<Item> &items) const;
    [[nodiscard]] QString error(const Step &step) const;
    [[nodiscard]] bool returns(const Call &call) const { return m_script.returns[size_t(call.coroutine)]; }

private:
    [[nodiscard]] QString formatted(const TextExpr &expr, QStringList &arguments) const;

    CppScript &m_script;
    const int m_coroutine;
    CppVariables m_variables;
};

} // namespace loopscope
