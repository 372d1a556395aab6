// SPDX-License-Identifier: MIT
#include "core/base/printable.h"

#include <algorithm>

namespace loopscope {

namespace {

bool turnsWriting(QChar letter)
{
    return (letter >= QChar(0x202a) && letter <= QChar(0x202e)) || (letter >= QChar(0x2066) && letter <= QChar(0x2069));
}

bool isCommand(QChar letter)
{
    const bool isSpace = letter == u'\n' || letter == u'\t';
    return (letter.category() == QChar::Other_Control && !isSpace) || turnsWriting(letter);
}

QString spelled(QChar letter)
{
    const ushort code = letter.unicode();
    const int digits = code > 0xff ? 4 : 2;
    return (digits == 4 ? QStringLiteral("\\u") : QStringLiteral("\\x")) +
           QString::number(code, 16).rightJustified(digits, u'0');
}

} // namespace

QString printable(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isCommand))
        return text;
    QString safe;
    for (const QChar letter : text) {
        if (isCommand(letter))
            safe += spelled(letter);
        else
            safe += letter;
    }
    return safe;
}

QString printableLine(QString text)
{
    for (QChar &letter : text) {
        const bool endsLine = letter.category() == QChar::Separator_Line ||
                              letter.category() == QChar::Separator_Paragraph;
        if (letter.category() == QChar::Other_Control || endsLine || turnsWriting(letter))
            letter = u' ';
    }
    return text;
}

} // namespace loopscope
