// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <algorithm>

namespace loopscope {

/// So many open slices are looked through for the one that an event ends: a loop's passes and callbacks nest no
/// deeper than two or three, and a damaged file may hold a million that never end.
inline constexpr size_t mostNested = 64;

/// How deep the innermost slice lies that began with `opener` for `subject`: 1 is the outermost, 0 where there is
/// none. Slices have a `kind` and a `subject`, the innermost is the last.
template<class Slices>
[[nodiscard]] size_t depthOf(const Slices &slices, EventKind opener, quint32 subject)
{
    const size_t least = slices.size() - std::min(slices.size(), mostNested);
    for (size_t depth = slices.size(); depth > least; --depth) {
        if (slices[depth - 1].kind == opener && slices[depth - 1].subject == subject)
            return depth;
    }
    return 0;
}

} // namespace loopscope
