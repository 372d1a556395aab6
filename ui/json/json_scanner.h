// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace loopscope {

enum class JsonType : quint8 { Object, Array, String, Number, Bool, Null, Broken };

/// Where one value lies in a text: bytes [begin, end), without surrounding space.
struct JsonSlice
{
    qsizetype begin = 0;
    qsizetype end = 0;
    JsonType type = JsonType::Broken;

    bool operator==(const JsonSlice &) const = default;
};

/// One child of an object or array. In an array the key is empty.
struct JsonMember
{
    qsizetype keyBegin = 0; ///< first byte behind the key's opening quote
    qsizetype keyEnd = 0;   ///< its closing quote
    JsonSlice value;
};

/// Reads the children of a container one after the other and skips what lies inside them, so that the first
/// children of a text of any size are there at once. Never reads outside the text; a text that breaks off or
/// is no JSON ends early with a Broken child.
class JsonScanner
{
public:
    /// `container` must be an object or array of `text`, which must outlive the scanner.
    JsonScanner(QByteArrayView text, JsonSlice container);

    [[nodiscard]] std::optional<JsonMember> next();

    /// Where scanning stands; a new scanner goes on there with `resumeAt`.
    [[nodiscard]] qsizetype position() const { return m_at; }
    void resumeAt(qsizetype position) { m_at = position; }

private:
    QByteArrayView m_text;
    JsonSlice m_container;
    qsizetype m_at;
};

/// The value that begins at `at` or behind the space there.
[[nodiscard]] JsonSlice jsonValueAt(QByteArrayView text, qsizetype at);

/// Whether a container holds anything, without reading what.
[[nodiscard]] bool jsonHasChildren(QByteArrayView text, JsonSlice container);

/// The string between two quotes with its escapes resolved. Long ones are cut at `most` characters, ending in
/// "…".
[[nodiscard]] QString jsonUnescaped(QByteArrayView inner, qsizetype most = 1 << 30);

} // namespace loopscope
