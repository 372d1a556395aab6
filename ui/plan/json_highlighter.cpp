// SPDX-License-Identifier: MIT
#include "ui/plan/json_highlighter.h"

#include "ui/style/theme.h"

namespace loopscope {

JsonHighlighter::JsonHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'"')
            at = highlightString(text, at);
        else if (c.isLetterOrNumber() || c == u'-')
            at = highlightWord(text, at);
        else
            ++at;
    }
}

/// Returns what lies behind the string. One with a colon behind it is a key.
qsizetype JsonHighlighter::highlightString(const QString &text, qsizetype begin)
{
    qsizetype end = begin + 1;
    while (end < text.size() && text[end] != u'"')
        end += text[end] == u'\\' ? 2 : 1;
    end = std::min(end + 1, text.size());
    qsizetype next = end;
    while (next < text.size() && text[next].isSpace())
        ++next;
    const bool key = next < text.size() && text[next] == u':';
    setFormat(int(begin), int(end - begin), m_theme.colour(key ? Role::SynKey : Role::SynStr));
    return end;
}

qsizetype JsonHighlighter::highlightWord(const QString &text, qsizetype begin)
{
    qsizetype end = begin + 1;
    while (end < text.size() && (text[end].isLetterOrNumber() || QStringView(u".+-").contains(text[end])))
        ++end;
    const bool number = text[begin].isDigit() || text[begin] == u'-';
    setFormat(int(begin), int(end - begin), m_theme.colour(number ? Role::SynNum : Role::SynKey));
    return end;
}

} // namespace loopscope
