// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"
#include "core/trace/store.h"

#include <QList>

namespace loopscope {

/// What a recording says to a claim.
struct ClaimVerdict
{
    /// Unjudged: the recording lacks a run that the claim speaks of.
    enum Kind : quint8 { Held, Broken, Unjudged };

    QString id;
    Wording sentence;
    Kind kind = Unjudged;
    /// Of each comparison a line: `cost(gather) 3 s = max(life(a), life(b)) 3 s`. When broken, the sign is
    /// the one that would be true.
    QStringList figures;
};

struct ClaimReport
{
    std::vector<ClaimVerdict> verdicts; ///< in the order of the claims
    QList<Problem> problems;            ///< of claims that ask for what is not there; they have no verdict

    [[nodiscard]] qsizetype count(ClaimVerdict::Kind kind) const;
};

/// Judges claims by a recording. Both sides of a comparison are lists, and it holds for lists so:
///  - `equal`: as many values on both sides, each equal to its counterpart. `differ` is its opposite;
///  - `less`, `at_most`: each on the left less than (at most) each on the right, and neither side is empty;
///  - `before`: each event on the left happened before each on the right, and neither side is empty.
/// Times must be equal to the nanosecond on the virtual clock. On the real clock `equal` and `at_most` give
/// them the claim's tolerance.
[[nodiscard]] ClaimReport judge(const std::vector<Claim> &claims, const Store &store);

/// For people: a line per claim with its sentence, and its figures below it.
[[nodiscard]] QString toText(const ClaimReport &report);
/// `[{"id","verdict":"held"|"broken"|"unjudged","sentence","figures":[…]}]`
[[nodiscard]] QByteArray toJson(const ClaimReport &report);

} // namespace loopscope
