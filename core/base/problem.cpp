// SPDX-License-Identifier: MIT
#include "core/base/problem.h"

#include <cstring>

namespace loopscope {

bool Problem::operator==(const Problem &other) const
{
    return std::strcmp(what, other.what) == 0 && arguments == other.arguments && file == other.file
        && path == other.path && place == other.place;
}

QString message(const Problem &problem)
{
    QString text;
    const QString pattern = QString::fromUtf8(problem.what);
    // Not QString::arg in turn: an argument that holds "%2" itself must stay as it is.
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool marker = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        if (!marker) {
            text += pattern[i];
            continue;
        }
        text += problem.arguments.value(pattern[++i].digitValue() - 1);
    }
    return text;
}

QString line(const Problem &problem)
{
    QString text = problem.file;
    if (problem.place)
        text += QStringLiteral(":%1:%2").arg(problem.place->line).arg(problem.place->column);
    if (!problem.path.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral(": ")) + problem.path;
    return (text.isEmpty() ? QString() : text + QStringLiteral(": ")) + message(problem);
}

} // namespace loopscope
