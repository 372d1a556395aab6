// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

#include <functional>

namespace loopscope {

/// Whether one of the steps, or of those inside them, is such a one.
[[nodiscard]] bool contains(const Steps &steps, const std::function<bool(const Step &)> &isSuch);

/// Whether an object in a value of the step has a key that could be an index.
[[nodiscard]] bool hasNumericKey(const Step &step);

/// The step raises the error in the variable of that name, as a clause that has caught it does.
[[nodiscard]] bool raisesAgain(const Step &step, const QString &caught);

} // namespace loopscope
