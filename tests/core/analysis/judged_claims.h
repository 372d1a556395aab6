// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim_verdict.h"
#include "tests/core/analysis/read_claims.h"

namespace loopscope {

/// What a store says to one claim of its run `gather`.
inline ClaimReport judgedBy(const Store &store, const char *that)
{
    static const ClaimNames names{
        {QStringLiteral("gather"), QStringLiteral("other")},
        {QStringLiteral("f2"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
        {}};
    const QByteArray claim = QByteArray("[{'id': 'x', 'en': 'X.', 'run': 'gather', 'that': ") + that + "}]";
    const ReadClaims read = readClaims(claim, names);
    return read.problems.isEmpty() ? judge(read.claims, store) : ClaimReport();
}

/// Its first line of figures, with a ! in front when it is broken.
inline QString judged(const Store &store, const char *that)
{
    const ClaimReport report = judgedBy(store, that);
    if (report.verdicts.size() != 1)
        return QStringLiteral("no verdict");
    const ClaimVerdict &verdict = report.verdicts.front();
    return (verdict.kind == ClaimVerdict::Broken ? QStringLiteral("! ") : QString()) +
           verdict.figures.value(0, QStringLiteral("unjudged"));
}

} // namespace loopscope
