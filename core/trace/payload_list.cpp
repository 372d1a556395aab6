// SPDX-License-Identifier: MIT
#include "core/trace/payload_list.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Longer ones would leave too much of a page empty.
constexpr qsizetype mostShort = 1024;
constexpr quint16 longText = 0xffff;

} // namespace

void PayloadList::insert(PayloadId id, const QByteArray &text)
{
    if (id.value != m_places.size() + 1) {
        m_others.insert(id.value, text);
        return;
    }
    if (text.size() > mostShort) {
        m_places.push_back({quint32(m_long.size()), 0, longText});
        m_long.push_back(text);
        return;
    }
    const auto size = quint16(text.size());
    if (pageSize - m_used < size) {
        m_pages.push_back(std::make_unique<char[]>(pageSize));
        m_used = 0;
    }
    if (size > 0)
        std::copy(text.begin(), text.end(), m_pages.back().get() + m_used);
    m_places.push_back({quint32(m_pages.size() - (m_pages.empty() ? 0 : 1)), quint16(m_used), size});
    m_used += size;
}

QByteArray PayloadList::text(PayloadId id) const
{
    if (!m_others.isEmpty()) {
        const auto other = m_others.constFind(id.value);
        if (other != m_others.cend())
            return *other;
    }
    if (!id || id.value > m_places.size())
        return {};
    const Place &place = m_places[id.value - 1];
    if (place.size == longText)
        return m_long[place.page];
    return place.size == 0 ? QByteArray("")
                           : QByteArray(m_pages[place.page].get() + place.offset, place.size);
}

} // namespace loopscope
