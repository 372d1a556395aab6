// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QList>

namespace loopscope {

/// What one run cost, beside the fastest.
struct RunCost
{
    RunId run;
    QString name;
    std::optional<Nanos> cost;   ///< empty while it goes on, or if it never ended
    std::optional<Nanos> behind; ///< behind the fastest; 0 for the fastest itself
};

/// All runs of a recording in order. With fewer than two that ended nothing is compared: `behind` is empty.
[[nodiscard]] QList<RunCost> runCosts(const Store &store);

} // namespace loopscope
