// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace loopscope {

/// Looks single members up in a payload (one JSON object, see EventKind) without building a tree: a payload
/// may hold a fetched body of many megabytes, and what is wanted stands before it. Borrows the text.
///
/// A text that is no object has no members; what is malformed ends the search, never the program.
class PayloadView
{
public:
    explicit PayloadView(QByteArrayView json) : m_json(json) {}

    /// The member's value as it is written, such as `"a\n"`, `12.5` or `{"b":1}`; empty when there is none.
    [[nodiscard]] QByteArrayView raw(QByteArrayView key) const;

    /// A string member, unescaped; empty when it is missing or no string.
    [[nodiscard]] QString text(QByteArrayView key) const;
    [[nodiscard]] std::optional<double> number(QByteArrayView key) const;
    [[nodiscard]] std::optional<qint64> integer(QByteArrayView key) const;

private:
    QByteArrayView m_json;
};

/// The text of a JSON string that is written with its quotes; empty when it is none.
[[nodiscard]] QString unquoted(QByteArrayView json);

} // namespace loopscope
