// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace loopscope {

/// A growing list of numbers in which the next one above a limit is found without looking at those between:
/// over every sixteen stands their largest, over every sixteen of these again.
class MaxTree
{
public:
    void append(qint64 value);
    [[nodiscard]] size_t size() const { return m_levels.empty() ? 0 : m_levels[0].size(); }
    /// The first index at or after `from` with a value above `limit`; `size` if there is none.
    [[nodiscard]] size_t nextAbove(qint64 limit, size_t from) const;

private:
    std::vector<std::vector<qint64>> m_levels;
};

} // namespace loopscope
