// SPDX-License-Identifier: MIT
#include "core/analysis/text_table.h"

#include "core/base/printable.h"

#include <algorithm>

namespace loopscope {

QString textTable(std::vector<QStringList> rows, qsizetype textColumns)
{
    for (QStringList &row : rows)
        std::transform(row.begin(), row.end(), row.begin(), printableLine);
    QList<qsizetype> widths(rows.empty() ? 0 : rows.front().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isText = i < textColumns;
            line += QStringLiteral("  ") +
                    (isText ? row[i].leftJustified(widths[i]) : row[i].rightJustified(widths[i]));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace loopscope
