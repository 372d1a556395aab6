// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace loopscope {

/// Any text as text of HTML and SVG, in UTF-8, between tags or between double quotes: & < > " ' are escaped;
/// what XML forbids, and characters that would turn the direction of the text around them (Unicode TR9), are
/// written as they are called: `\u202e`. Line breaks and tabs are kept.
[[nodiscard]] QByteArray markup(QStringView text);

/// The same on one line, at most `longest` characters of it.
[[nodiscard]] QByteArray shortMarkup(const QString &text, qsizetype longest);

} // namespace loopscope
