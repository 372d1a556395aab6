// SPDX-License-Identifier: MIT
#include "core/plan/name_rules.h"

#include <QList>

#include <algorithm>

namespace loopscope {

namespace {

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWord(QChar c)
{
    return isLetter(c) || isDigit(c);
}

} // namespace

bool isVariableName(QStringView text)
{
    return !text.isEmpty() && isLetter(text.front()) && std::all_of(text.begin(), text.end(), isWord);
}

bool isPath(QStringView text)
{
    const auto parts = text.split(u'.');
    return isVariableName(parts.front()) && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               return !part.isEmpty() && std::all_of(part.begin(), part.end(), isWord);
           });
}

} // namespace loopscope
