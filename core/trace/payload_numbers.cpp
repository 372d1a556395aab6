// SPDX-License-Identifier: MIT
#include "core/trace/payload_numbers.h"

namespace loopscope {

namespace {

/// Texts longer than this hardly ever come twice; more texts than this are not worth remembering.
constexpr qsizetype longestKnown = 256;
constexpr qsizetype mostKnown = 1 << 16;

} // namespace

PayloadNumbers::Number PayloadNumbers::lookUp(const QByteArray &text)
{
    if (text.size() > longestKnown)
        return {PayloadId{++m_last.value}, true};
    Number number;
    if (const auto known = m_known.constFind(text); known != m_known.cend()) {
        number.id = *known;
    } else {
        if (m_known.size() >= mostKnown)
            m_known.clear();
        number = {PayloadId{++m_last.value}, true};
        m_known.insert(text, number.id);
    }
    m_recent[placeOf(text)] = {text, number.id};
    return number;
}

} // namespace loopscope
