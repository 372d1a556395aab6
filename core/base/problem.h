// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace loopscope {

/// Where in a text a problem stands. Lines and columns count from 1; a column counts UTF-16 units.
struct TextPlace
{
    int line = 0;
    int column = 0;

    bool operator==(const TextPlace &) const = default;
};

/// Something the world got wrong (a file, a plan, a server), as data: what, with which details, and where.
///
/// `what` is an English template with %1, %2 … for `arguments`; it is also the key under which the ui looks
/// up a translation, so it must be a literal marked with QT_TRANSLATE_NOOP("Problem", …).
struct Problem
{
    const char *what = "";
    QStringList arguments = {};
    QString file = {};              ///< as the user wrote it; empty where there is none
    QString path = {};              ///< JSON path such as `$.runs[0].main`; empty where there is none
    std::optional<TextPlace> place = {};

    bool operator==(const Problem &other) const;
};

/// The message alone, in English, arguments filled in.
[[nodiscard]] QString message(const Problem &problem);

/// One line for a terminal: `plan.json:3:14: $.runs[0].main: there is no coroutine "x"`.
[[nodiscard]] QString line(const Problem &problem);

} // namespace loopscope
