// SPDX-License-Identifier: MIT
#include "core/json/text_places.h"

#include <QString>

#include <algorithm>

namespace loopscope {

TextPlaces::TextPlaces(QByteArray text) : m_text(std::move(text)), m_lines{0}
{
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lines.push_back(at + 1);
}

TextPlace TextPlaces::at(qsizetype offset) const
{
    const qsizetype inside = std::clamp<qsizetype>(offset, 0, m_text.size());
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), inside);
    const qsizetype begin = *std::prev(after);
    const QString before = QString::fromUtf8(m_text.constData() + begin, inside - begin);
    return {int(after - m_lines.begin()), int(before.size()) + 1};
}

} // namespace loopscope
