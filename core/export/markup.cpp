// SPDX-License-Identifier: MIT
#include "core/export/markup.h"

namespace loopscope {

namespace {

bool turnsDirection(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool isForbidden(char16_t c)
{
    const bool isControl = (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7f && c < 0xa0);
    return isControl || c == 0xfffe || c == 0xffff;
}

QString named(char16_t c)
{
    return QStringLiteral("\\u%1").arg(uint(c), 4, 16, QLatin1Char('0'));
}

} // namespace

QByteArray markup(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            out += c, out += text[++i];
        else if (c.isSurrogate() || isForbidden(c.unicode()) || turnsDirection(c.unicode()))
            out += named(c.unicode());
        else if (c == u'&')
            out += QStringLiteral("&amp;");
        else if (c == u'<')
            out += QStringLiteral("&lt;");
        else if (c == u'>')
            out += QStringLiteral("&gt;");
        else if (c == u'"')
            out += QStringLiteral("&quot;");
        else if (c == u'\'')
            out += QStringLiteral("&#39;");
        else
            out += c;
    }
    return out.toUtf8();
}

QByteArray shortMarkup(const QString &text, qsizetype longest)
{
    const QString line = text.left(longest * 4).simplified();
    if (line.size() <= longest)
        return markup(line);
    const bool cutsPair = line[longest - 2].isHighSurrogate();
    return markup(line.left(longest - (cutsPair ? 2 : 1))) + "…";
}

} // namespace loopscope
