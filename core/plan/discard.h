// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace loopscope {

/// Destroys `object` by `destroy`. What that discards in turn is destroyed after it, not inside it: a plan can nest
/// lists in lists, or tasks in results of tasks, as deep as it likes, and no stack is as deep.
void discard(void *object, void (*destroy)(void *));

/// A shared object that is discarded when its last owner lets go.
template<class T, class... Arguments>
[[nodiscard]] std::shared_ptr<T> makeDiscarded(Arguments &&...arguments)
{
    return std::shared_ptr<T>(new T(std::forward<Arguments>(arguments)...), [](T *object) {
        discard(object, [](void *discarded) { delete static_cast<T *>(discarded); });
    });
}

} // namespace loopscope
