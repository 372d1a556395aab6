// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace loopscope {

/// A text as a cell of a table (RFC 4180: in quotes where needed, quotes doubled).
///
/// One that a spreadsheet would take for a formula (its first character, after spaces, is = + - @ or a
/// control character) gets an apostrophe before it, as OWASP's "CSV Injection" has it.
[[nodiscard]] QByteArray csvCell(const QString &text);

} // namespace loopscope
