// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_tree.h"
#include "core/plan/value.h"

#include <any>

namespace loopscope {

[[nodiscard]] Value valueOf(const JsonNode &node);

/// A fetched body as a Value, for core/net, on any thread. Throws ValueError for one that is nested too
/// deeply to be a value, or has a number too big for one.
[[nodiscard]] std::any readBody(const QByteArray &json);

} // namespace loopscope
