// SPDX-License-Identifier: MIT
#include "core/foreign/json_tokens.h"

#include <QString>

#include <array>
#include <bitset>
#include <cmath>

namespace loopscope {

namespace {

char shortEscape(char letter)
{
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case '"':
    case '\\':
    case '/': return letter;
    default: return 0;
    }
}

/// The four digits of \uXXXX from here on.
std::optional<char16_t> hexUnit(QByteArrayView text)
{
    if (text.size() < 4)
        return std::nullopt;
    bool isGood = false;
    const uint unit = text.first(4).toByteArray().toUInt(&isGood, 16);
    return isGood ? std::optional(char16_t(unit)) : std::nullopt;
}

/// How large a number of microseconds may be, in its whole part.
constexpr qint64 mostMicros = std::numeric_limits<qint64>::max() / 1000 - 1;

std::optional<qint64> exactNanos(const char *at, const char *end)
{
    const bool isNegative = at != end && *at == '-';
    at += isNegative ? 1 : 0;
    const char *begin = at;
    qint64 micros = 0;
    for (; at != end && uchar(*at - '0') < 10; ++at)
        micros = std::min(mostMicros, micros * 10 + (*at - '0'));
    if (at == begin)
        return std::nullopt;
    qint64 nanos = micros * 1000;
    if (at != end && *at == '.') {
        ++at;
        qint64 scale = 100;
        for (; at != end && uchar(*at - '0') < 10; ++at) {
            if (scale > 0)
                nanos += (*at - '0') * scale;
            else if (scale == 0)
                nanos += *at >= '5' ? 1 : 0;
            scale = scale > 1 ? scale / 10 : scale - 1;
        }
    }
    return at == end ? std::optional(isNegative ? -nanos : nanos) : std::nullopt;
}

} // namespace

bool JsonTokens::takeBrackets(JsonToken &token)
{
    const char *begin = m_at;
    std::bitset<deepest> isObject;
    int depth = 0;
    bool ignored = false;
    do {
        if (m_at == m_end)
            return fail(Failure::Short);
        const char letter = *m_at++;
        if (letter == '"') {
            if (!skipString(ignored))
                return false;
        } else if (letter == '{' || letter == '[') {
            if (depth == deepest)
                return fail(Failure::Broken);
            isObject[size_t(depth++)] = letter == '{';
        } else if (letter == '}' || letter == ']') {
            if (isObject[size_t(--depth)] != (letter == '}'))
                return fail(Failure::Broken);
        }
    } while (depth > 0);
    token.type = *begin == '{' ? JsonToken::Type::Object : JsonToken::Type::Array;
    token.text = {begin, m_at - begin};
    return true;
}

QByteArray unescaped(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    QString units; // of \u escapes in a row: a pair of surrogates is one letter
    const auto flush = [&] {
        plain += units.toUtf8();
        units.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            flush();
            plain += text[i];
            continue;
        }
        const char letter = text[++i];
        const auto unit = letter == 'u' ? hexUnit(text.sliced(i + 1)) : std::nullopt;
        if (unit) {
            units += QChar(*unit);
            i += 4;
            continue;
        }
        flush();
        if (const char meant = shortEscape(letter))
            plain += meant;
        else
            plain.append('\\').append(letter);
    }
    flush();
    return plain;
}

std::optional<qint64> wholeNumber(const JsonToken &token)
{
    if (token.type != JsonToken::Type::Number && token.type != JsonToken::Type::String)
        return std::nullopt;
    const char *at = token.text.data(), *end = at + token.text.size();
    const bool isNegative = at != end && *at == '-';
    at += isNegative ? 1 : 0;
    if (end - at >= 1 && end - at <= 18) { // the usual case, quickly
        qint64 value = 0;
        while (at != end && uchar(*at - '0') < 10)
            value = value * 10 + (*at++ - '0');
        if (at == end)
            return isNegative ? -value : value;
    }
    bool isGood = false;
    const QByteArray text = token.text.toByteArray();
    if (const qint64 value = text.toLongLong(&isGood, 0); isGood)
        return value;
    if (const quint64 value = text.toULongLong(&isGood, 0); isGood)
        return qint64(value);
    const double value = text.toDouble(&isGood);
    const bool fits = isGood && std::abs(value) < 9e18;
    return fits ? std::optional(qint64(value)) : std::nullopt;
}

std::optional<qint64> microsAsNanos(const JsonToken &token)
{
    if (token.type != JsonToken::Type::Number && token.type != JsonToken::Type::String)
        return std::nullopt;
    const char *begin = token.text.data(), *end = begin + token.text.size();
    if (const auto exact = exactNanos(begin, end))
        return exact;
    bool isGood = false;
    const double micros = token.text.toByteArray().trimmed().toDouble(&isGood); // with an exponent, for one
    if (!isGood || !std::isfinite(micros))
        return std::nullopt;
    return qint64(std::round(std::clamp(micros, double(-mostMicros), double(mostMicros)) * 1000));
}

} // namespace loopscope
