// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/value.h"

#include <QSet>

namespace loopscope {

/// A string in quotes as C++ writes it, in UTF-8.
[[nodiscard]] QString cppString(const QString &text);
/// The same as a format of `print`, in which braces are doubled and `{}` stands for a value; `parts` stand
/// between the values.
[[nodiscard]] QString cppFormat(const QStringList &parts);
/// A value that stands in the plan's text: null, true, a number or a string.
[[nodiscard]] QString cppLiteral(const Value &value);
/// A number of seconds as a length of time.
[[nodiscard]] QString cppSeconds(const Value &value);
/// Words that no name of a plan may have in a C++ listing.
[[nodiscard]] const QSet<QString> &cppReserved();

} // namespace loopscope
