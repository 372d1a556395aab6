// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/value.h"

#include <QSet>

namespace loopscope {

/// A string in quotes as Python writes it.
[[nodiscard]] QString pythonString(const QString &text);
/// The inside of an f-string: escaped, with braces doubled.
[[nodiscard]] QString pythonFormatted(const QString &text);
/// A value that stands in the plan's text: null, true, a number or a string.
[[nodiscard]] QString pythonLiteral(const Value &value);
/// What a type of error is called: asyncio's own with their module.
[[nodiscard]] QString pythonError(const QString &type);
/// Words that no name of a plan may have in a Python listing.
[[nodiscard]] const QSet<QString> &pythonReserved();

} // namespace loopscope
