// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <tl/expected.hpp>

namespace loopscope {

/// A value, or the Problem that kept us from it. For the world's mistakes (files, network, JSON); a task that
/// fails or is cancelled throws instead, because asyncio's semantics are exceptions.
template<class T>
using Result = tl::expected<T, Problem>;

[[nodiscard]] inline tl::unexpected<Problem> failure(Problem problem)
{
    return tl::unexpected<Problem>(std::move(problem));
}

} // namespace loopscope
