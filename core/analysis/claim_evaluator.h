// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"
#include "core/base/result.h"
#include "core/trace/store.h"

namespace loopscope {

/// Evaluates the expressions of claims over a recording, which must hold every run they name.
class ClaimEvaluator
{
public:
    /// `fileName` is what problems call the file of the claims. The store is borrowed.
    ClaimEvaluator(const Store &store, QString fileName) : m_store(store), m_fileName(std::move(fileName)) {}

    /// A Problem where the expression speaks of a task that was not there.
    [[nodiscard]] Result<ClaimValues> values(const ClaimExpr &expr) const;

private:
    [[nodiscard]] Result<ClaimValues> list(const std::vector<ClaimExpr> &expressions) const;
    [[nodiscard]] Result<ClaimValues> pair(const ClaimExpr &expr) const;
    [[nodiscard]] Result<ClaimValues> ofTasks(const ClaimExpr &expr) const;

    const Store &m_store;
    QString m_fileName;
};

} // namespace loopscope
