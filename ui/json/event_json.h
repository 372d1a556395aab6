// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// An event as one JSON object: its number in the run, time, kind, task, everything its payload says, and the
/// event that caused it.
[[nodiscard]] QByteArray eventJson(const Store &store, EventId event);

} // namespace loopscope
