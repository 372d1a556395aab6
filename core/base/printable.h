// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace loopscope {

/// `text` for a terminal: what would command it (control characters but for line ends and tabs, and what turns the
/// direction of writing) is spelled out, as in `\x1b[2J`. Names in a recording may be anybody's.
[[nodiscard]] QString printable(const QString &text);

/// The same in one line: line ends and tabs become spaces, too, and so does what would be spelled out.
[[nodiscard]] QString printableLine(QString text);

} // namespace loopscope
