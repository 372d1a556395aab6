// SPDX-License-Identifier: MIT
#include "ui/json/json_scanner.h"

#include <algorithm>

namespace loopscope {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// `at` is an opening quote; returns the place of the closing one, or the text's end.
qsizetype closingQuote(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\')
            ++at;
    return std::min(at, text.size());
}

/// `at` is an opening bracket; returns what lies behind its closing one. Only strings and depth matter here.
qsizetype behindContainer(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        switch (text[at]) {
        case '"': at = closingQuote(text, at); break;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default: break;
        }
    }
    return text.size();
}

qsizetype behindWord(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && !isSpace(text[at]) && text[at] != ',' && text[at] != '}' && text[at] != ']')
        ++at;
    return at;
}

JsonType wordType(QByteArrayView word)
{
    if (word == "true" || word == "false")
        return JsonType::Bool;
    if (word == "null")
        return JsonType::Null;
    const bool number = !word.isEmpty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
    return number ? JsonType::Number : JsonType::Broken;
}

/// Reads the four digits behind a "\u"; 0xFFFD where they are none.
char16_t escapedUnit(QByteArrayView digits)
{
    bool good = false;
    const uint unit = digits.first(std::min<qsizetype>(4, digits.size())).toByteArray().toUInt(&good, 16);
    return good && digits.size() >= 4 ? char16_t(unit) : char16_t(0xFFFD);
}

char16_t simpleEscape(char c)
{
    switch (c) {
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return char16_t(uchar(c));
    }
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, JsonSlice container)
    : m_text(text), m_container(container), m_at(container.begin + 1)
{
    Q_ASSERT(container.type == JsonType::Object || container.type == JsonType::Array);
}

std::optional<JsonMember> JsonScanner::next()
{
    m_at = skipSpace(m_text, m_at);
    if (m_at < m_container.end && m_text[m_at] == ',')
        m_at = skipSpace(m_text, m_at + 1);
    if (m_at >= m_container.end || m_text[m_at] == '}' || m_text[m_at] == ']')
        return {};
    JsonMember member;
    if (m_container.type == JsonType::Object && m_text[m_at] == '"') {
        member.keyBegin = m_at + 1;
        member.keyEnd = closingQuote(m_text, m_at);
        m_at = skipSpace(m_text, member.keyEnd + 1);
        if (m_at < m_container.end && m_text[m_at] == ':')
            ++m_at;
    }
    member.value = jsonValueAt(m_text, m_at);
    // A broken value ends the container: what follows it cannot be told apart.
    m_at = member.value.type == JsonType::Broken ? m_container.end : member.value.end;
    return member;
}

JsonSlice jsonValueAt(QByteArrayView text, qsizetype at)
{
    at = skipSpace(text, at);
    if (at >= text.size())
        return {text.size(), text.size(), JsonType::Broken};
    switch (text[at]) {
    case '{': return {at, behindContainer(text, at), JsonType::Object};
    case '[': return {at, behindContainer(text, at), JsonType::Array};
    case '"': return {at, std::min(closingQuote(text, at) + 1, text.size()), JsonType::String};
    default: break;
    }
    const qsizetype end = behindWord(text, at);
    return {at, end, wordType(text.sliced(at, end - at))};
}

bool jsonHasChildren(QByteArrayView text, JsonSlice container)
{
    const qsizetype at = skipSpace(text, container.begin + 1);
    return at < container.end && text[at] != '}' && text[at] != ']';
}

QString jsonUnescaped(QByteArrayView inner, qsizetype most)
{
    QString text;
    qsizetype plain = 0; // begin of the stretch without escapes
    const auto flush = [&](qsizetype end) { text += QString::fromUtf8(inner.sliced(plain, end - plain)); };
    for (qsizetype at = 0; at < inner.size();) {
        if (text.size() + (at - plain) > most) {
            flush(at);
            return text.left(most) + u'…';
        }
        if (inner[at] != '\\' || at + 1 >= inner.size()) {
            ++at;
            continue;
        }
        flush(at);
        const bool unicode = inner[at + 1] == 'u';
        text += QChar(unicode ? escapedUnit(inner.sliced(at + 2)) : simpleEscape(inner[at + 1]));
        at = std::min(at + (unicode ? 6 : 2), inner.size());
        plain = at;
    }
    flush(inner.size());
    return text.size() > most ? text.left(most) + u'…' : text;
}

} // namespace loopscope
