// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"

namespace loopscope {

/// How claims are written in a line of figures.

/// `max(life(a), life(b))`; for what is written out in the claim its text.
[[nodiscard]] QString labelOf(const ClaimExpr &expr);

/// An expression with its values: `cost(gather) 3 s`. What is written out in the claim has its values alone.
[[nodiscard]] QString figureOf(const ClaimExpr &expr, const ClaimValues &values, NumbersAs numbers);

/// `=`, `<` …; of a comparison that does not hold the opposite.
[[nodiscard]] QString signOf(Relation relation, bool isHeld);

} // namespace loopscope
