// SPDX-License-Identifier: MIT
#include "core/trace/max_tree.h"

#include <algorithm>

namespace loopscope {

namespace {

constexpr size_t fan = 16;

} // namespace

void MaxTree::append(qint64 value)
{
    if (m_levels.empty())
        m_levels.emplace_back();
    m_levels[0].push_back(value);
    size_t at = m_levels[0].size() - 1;
    for (size_t level = 1; level <= m_levels.size(); ++level) {
        at /= fan;
        if (level == m_levels.size()) {
            const std::vector<qint64> &below = m_levels.back();
            if (below.size() > fan)
                m_levels.push_back({*std::max_element(below.begin(), below.begin() + fan), value});
            return;
        }
        std::vector<qint64> &values = m_levels[level];
        if (at == values.size())
            values.push_back(value);
        else
            values[at] = std::max(values[at], value);
    }
}

size_t MaxTree::nextAbove(qint64 limit, size_t from) const
{
    size_t level = 0;
    for (size_t at = from; !m_levels.empty() && at < m_levels[level].size();) {
        if (m_levels[level][at] > limit) {
            if (level == 0)
                return at;
            --level; // it is among these sixteen
            at *= fan;
            continue;
        }
        ++at;
        for (; at % fan == 0 && level + 1 < m_levels.size(); ++level)
            at /= fan;
    }
    return size();
}

} // namespace loopscope
