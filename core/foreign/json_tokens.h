// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace loopscope {

/// A JSON value where it stands in the file's bytes, unread. Borrows them.
struct JsonToken
{
    enum class Type : quint8 { None, String, Number, Object, Array, Literal };

    Type type = Type::None;
    bool hasEscapes = false; ///< of a string
    QByteArrayView text;     ///< a string without its quotes; all else as it is

    [[nodiscard]] explicit operator bool() const { return type != Type::None; }
    [[nodiscard]] bool operator==(QByteArrayView other) const { return text == other; }
};

/// Walks over JSON text of which more may come. Only as strict as it must be to find where values end: other
/// programs' files are to be read, not judged.
class JsonTokens
{
public:
    /// Brackets nested deeper are no JSON that we read.
    static constexpr int deepest = 500;

    explicit JsonTokens(QByteArrayView text)
        : m_begin(text.data()), m_at(m_begin), m_end(m_begin + text.size())
    {
    }

    enum class Failure : quint8 {
        None,
        Short,  ///< the text ends where more was expected
        Broken, ///< something else stands there
    };
    /// Why the last call gave nothing.
    [[nodiscard]] Failure failure() const { return m_failure; }

    [[nodiscard]] qsizetype offset() const { return m_at - m_begin; }
    void seek(qsizetype offset) { m_at = m_begin + offset; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_end; }
    [[nodiscard]] QByteArrayView rest() const { return {m_at, m_end - m_at}; }

    /// The next letter that is no space, without taking it; 0 at the end.
    [[nodiscard]] char peek();
    /// Takes this letter, after spaces.
    [[nodiscard]] bool take(char letter);
    [[nodiscard]] bool takeString(JsonToken &token);
    [[nodiscard]] bool takeValue(JsonToken &token);

private:
    bool fail(Failure failure)
    {
        m_failure = failure;
        return false;
    }
    /// Ends a number or a literal.
    static constexpr bool endsScalar(char letter)
    {
        return letter == ',' || letter == '}' || letter == ']' || letter == ' ' || letter == '\n' ||
               letter == '\r' || letter == '\t' || letter == ':' || letter == '"' || letter == '{' ||
               letter == '[';
    }
    bool takeBrackets(JsonToken &token);
    bool skipString(bool &hasEscapes);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    Failure m_failure = Failure::None;
};

// The rest of the class is here because it runs once or more for each letter of a file.

inline char JsonTokens::peek()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
    return m_at == m_end ? '\0' : *m_at;
}

inline bool JsonTokens::take(char letter)
{
    if (peek() == letter && m_at != m_end) {
        ++m_at;
        return true;
    }
    return fail(m_at == m_end ? Failure::Short : Failure::Broken);
}

inline bool JsonTokens::takeString(JsonToken &token)
{
    if (!take('"'))
        return false;
    const char *begin = m_at;
    token.hasEscapes = false;
    if (!skipString(token.hasEscapes))
        return false;
    token.type = JsonToken::Type::String;
    token.text = {begin, m_at - begin - 1};
    return true;
}

/// From behind the opening quote to behind the closing one.
inline bool JsonTokens::skipString(bool &hasEscapes)
{
    const char *at = m_at;
    for (;;) {
        while (at != m_end && *at != '"' && *at != '\\')
            ++at;
        if (at == m_end)
            return fail(Failure::Short);
        if (*at == '"')
            break;
        hasEscapes = true;
        if (m_end - at < 2)
            return fail(Failure::Short);
        at += 2;
    }
    m_at = at + 1;
    return true;
}

inline bool JsonTokens::takeValue(JsonToken &token)
{
    const char first = peek();
    if (m_at == m_end)
        return fail(Failure::Short);
    if (first == '"')
        return takeString(token);
    if (first == '{' || first == '[')
        return takeBrackets(token);
    const char *begin = m_at;
    while (m_at != m_end && !endsScalar(*m_at))
        ++m_at;
    if (m_at == m_end)
        return fail(Failure::Short);
    if (m_at == begin)
        return fail(Failure::Broken);
    const bool isNumber = first == '-' || uchar(first - '0') < 10;
    token.type = isNumber ? JsonToken::Type::Number : JsonToken::Type::Literal;
    token.text = {begin, m_at - begin};
    return true;
}

/// A string's text with its escapes resolved; a broken escape stands for itself, a lone surrogate for "?".
[[nodiscard]] QByteArray unescaped(QByteArrayView text);

/// A whole number, also from a string such as "12" or "0x1f".
[[nodiscard]] std::optional<qint64> wholeNumber(const JsonToken &token);

/// Microseconds as nanoseconds, also from a string. Fractions beyond nanoseconds are rounded; what is too
/// large to be one stays at the largest.
[[nodiscard]] std::optional<qint64> microsAsNanos(const JsonToken &token);

} // namespace loopscope
