// SPDX-License-Identifier: MIT
#include "core/export/csv_cell.h"

namespace loopscope {

namespace {

bool looksLikeFormula(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == u' ')
        ++at;
    return at < text.size() && (QStringView(u"=+-@").contains(text[at]) || text[at] < u' ');
}

} // namespace

QByteArray csvCell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (looksLikeFormula(text))
        bytes.prepend('\'');
    if (!bytes.contains('"') && !bytes.contains(',') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

} // namespace loopscope
