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
    bool takeBrackets(JsonToken &token);
    bool skipString(bool &hasEscapes);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    Failure m_failure = Failure::None;
};

/// A string's text with its escapes resolved; a broken escape stands for itself, a lone surrogate for "?".
[[nodiscard]] QByteArray unescaped(QByteArrayView text);

/// A whole number, also from a string such as "12" or "0x1f".
[[nodiscard]] std::optional<qint64> wholeNumber(const JsonToken &token);

/// Microseconds as nanoseconds, also from a string. Fractions beyond nanoseconds are rounded; what is too
/// large to be one stays at the largest.
[[nodiscard]] std::optional<qint64> microsAsNanos(const JsonToken &token);

} // namespace loopscope
