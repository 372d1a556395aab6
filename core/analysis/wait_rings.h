// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <map>
#include <set>
#include <vector>

namespace loopscope {

/// Who waits for whom: the numbers of the tasks that each task waits for.
using WaitEdges = std::map<quint32, std::vector<quint32>>;

/// The tasks of a deadlock: following who waits for whom leads from each of them back to itself.
[[nodiscard]] std::set<quint32> tasksInRings(const WaitEdges &edges);

} // namespace loopscope
