// SPDX-License-Identifier: MIT
#include "core/base/json_text.h"

#include <charconv>
#include <cmath>

namespace loopscope {

QByteArray jsonString(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += QByteArray("\\u00") + hex[c >> 4] + hex[c & 15];
            else
                out += c;
        }
    }
    return out += '"';
}

QByteArray jsonNumber(double value)
{
    char buffer[400];
    const bool whole = std::trunc(value) == value;
    if (whole && value == 0)
        return "0";
    const bool fixed = whole || std::abs(value) >= 1e-4;
    const auto format = fixed ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr;
    return QByteArray(buffer, end - buffer);
}

JsonObjectText &JsonObjectText::addRaw(QByteArrayView key, QByteArrayView json)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += '"';
    m_text += key;
    m_text += "\":";
    m_text += json;
    return *this;
}

JsonObjectText &JsonObjectText::addMembers(QByteArrayView object)
{
    if (object.size() <= 2)
        return *this;
    if (m_text.size() > 1)
        m_text += ',';
    m_text += object.sliced(1, object.size() - 2);
    return *this;
}

} // namespace loopscope
