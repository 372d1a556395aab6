// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim_verdict.h"

namespace loopscope {

/// What the repeats of a timing session say to one claim, each judged by itself.
struct RepeatedVerdict
{
    ClaimVerdict verdict; ///< of the first repeat that breaks it, else of the first repeat
    qsizetype held = 0, repeats = 0;
};

struct SessionVerdicts
{
    std::vector<RepeatedVerdict> claims; ///< in the order of the claims
    QList<Problem> problems;             ///< of claims that ask for what is not there; they have no verdict

    [[nodiscard]] bool isAnyBroken() const;
};

/// Judges claims by every measured repeat of a recording; warm-ups prove nothing.
[[nodiscard]] SessionVerdicts judgeRepeats(const std::vector<Claim> &claims, const Store &store);

/// For people: `held 9 of 10  the sentence`, and the figures of the repeat that is shown.
[[nodiscard]] QString toText(const SessionVerdicts &verdicts);
/// `[{"id","verdict","sentence","figures":[…],"held","of"}]`
[[nodiscard]] QByteArray toJson(const SessionVerdicts &verdicts);

} // namespace loopscope
