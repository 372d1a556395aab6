// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/thing.h"

namespace loopscope::script {

/// The tasks, futures and locks that the values of the running program hold; see Thing.
[[nodiscard]] ThingRegistry &runThings();

} // namespace loopscope::script
