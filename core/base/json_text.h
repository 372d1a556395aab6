// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace loopscope {

/// `text` as a JSON string with its quotes, in UTF-8, escaped no more than JSON requires, as Python's
/// json.dumps(ensure_ascii=False) does: \" \\ \b \f \n \r \t and \u00XX below space.
[[nodiscard]] QByteArray jsonString(QStringView text);

/// The shortest number text that reads back as `value`, as Python's repr: an exponent has at least two digits
/// and is used below 0.0001 only; whole numbers have neither point nor exponent; -0 is 0. Not for infinities
/// and NaN.
[[nodiscard]] QByteArray jsonNumber(double value);

/// Builds one compact JSON object, keys in the order they are added.
class JsonObjectText
{
public:
    JsonObjectText &add(QByteArrayView key, QStringView value) { return addRaw(key, jsonString(value)); }
    JsonObjectText &add(QByteArrayView key, qint64 value) { return addRaw(key, QByteArray::number(value)); }
    JsonObjectText &addRaw(QByteArrayView key, QByteArrayView json);
    /// Adds the members of another object's text, which must be an object or empty.
    JsonObjectText &addMembers(QByteArrayView object);
    [[nodiscard]] QByteArray text() const { return m_text + '}'; }

private:
    QByteArray m_text = "{";
};

} // namespace loopscope
