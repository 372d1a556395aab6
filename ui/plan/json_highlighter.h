// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace loopscope {

class Theme;

/// Colours keys, strings, numbers and words of JSON. Works line by line, since no JSON string spans two.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    JsonHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    qsizetype highlightString(const QString &text, qsizetype begin);
    qsizetype highlightWord(const QString &text, qsizetype begin);

    const Theme &m_theme;
};

} // namespace loopscope
