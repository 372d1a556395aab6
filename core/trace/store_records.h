// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <functional>

namespace loopscope {

/// Gives the events of a store as they were appended: in order, each text with its first use. Until `take` returns
/// false.
void forEachRecord(const Store &store, const std::function<bool(const Record &)> &take);

} // namespace loopscope
