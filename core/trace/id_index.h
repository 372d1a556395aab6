// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

namespace loopscope {

/// Finds places by ids. Ids are mostly given without gaps, which makes a look-up a step into an array; a
/// recording with other ids (a damaged one) is served by a hash.
class IdIndex
{
public:
    /// An id that is known keeps its place.
    void insert(quint32 id, quint32 place)
    {
        if (find(id))
            return;
        // An array may be twice as long as what is in it, and a little more.
        if (id < std::max(quint64(m_near.size()), 2 * m_count + 64)) {
            m_near.resize(std::max(m_near.size(), size_t(id) + 1), none);
            m_near[id] = place;
        } else {
            m_far.insert(id, place);
        }
        ++m_count;
    }
    [[nodiscard]] std::optional<quint32> find(quint32 id) const
    {
        if (id < m_near.size() && m_near[id] != none)
            return m_near[id];
        const auto far = m_far.constFind(id);
        return far == m_far.cend() ? std::nullopt : std::optional(*far);
    }

private:
    static constexpr quint32 none = 0xffff'ffff;

    std::vector<quint32> m_near;
    QHash<quint32, quint32> m_far;
    quint64 m_count = 0;
};

} // namespace loopscope
