// SPDX-License-Identifier: MIT
#include "core/foreign/json_value_skipper.h"

namespace loopscope {

qsizetype JsonValueSkipper::skip(QByteArrayView bytes)
{
    qsizetype count = 0;
    while (count < bytes.size() && !m_isOver)
        look(bytes[count++]);
    return count;
}

void JsonValueSkipper::look(char letter)
{
    if (m_isEscaped) {
        m_isEscaped = false;
        return;
    }
    if (m_isString) {
        m_isEscaped = letter == '\\';
        m_isString = letter != '"';
        m_isOver = !m_isString && m_depth == 0;
        return;
    }
    m_isString = letter == '"';
    if (letter == '{' || letter == '[')
        ++m_depth;
    else if (letter == '}' || letter == ']')
        m_isOver = --m_depth <= 0;
}

} // namespace loopscope
