// SPDX-License-Identifier: MIT
#include "core/json/text_places.h"

#include <QString>

#include <algorithm>

namespace loopscope {

namespace {

constexpr qsizetype farthest = 4096; ///< bytes from a mark to what is found by it

int units(const QByteArray &text, qsizetype begin, qsizetype end)
{
    return int(QString::fromUtf8(text.constData() + begin, end - begin).size());
}

/// Whether a character of the text begins here, or would if the text were in UTF-8.
bool isBoundary(const QByteArray &text, qsizetype at)
{
    return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

} // namespace

TextPlaces::TextPlaces(QByteArray text) : m_text(std::move(text))
{
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        const Mark &last = m_marks.back();
        if (m_text[at] == '\n')
            m_marks.push_back({at + 1, {last.place.line + 1, 1}});
        else if (at - last.offset >= farthest && isBoundary(m_text, at))
            m_marks.push_back({at, {last.place.line, last.place.column + units(m_text, last.offset, at)}});
    }
}

TextPlace TextPlaces::at(qsizetype offset) const
{
    const qsizetype inside = std::clamp<qsizetype>(offset, 0, m_text.size());
    const Mark &mark = *std::prev(std::ranges::upper_bound(m_marks, inside, {}, &Mark::offset));
    return {mark.place.line, mark.place.column + units(m_text, mark.offset, inside)};
}

} // namespace loopscope
