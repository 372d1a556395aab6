// SPDX-License-Identifier: MIT
#pragma once

#include <rapidjson/error/error.h>

namespace loopscope {

extern const char *const jsonNumberTooBig;
extern const char *const jsonHasByteOrderMark;

/// What is wrong with a text that is no JSON, and what to write instead: a Problem's template.
[[nodiscard]] const char *jsonSyntaxMessage(rapidjson::ParseErrorCode code);

} // namespace loopscope
